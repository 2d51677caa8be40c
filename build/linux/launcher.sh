#!/bin/sh
# The command `baton`: starts the program that lies one folder above this file.
#
# As root Chromium's sandbox cannot be had, and windows without it are not to be had either. What
# prints and ends opens none, so an administrator may ask it of root.
here=$(dirname -- "$(readlink -f -- "$0")")
program=${here%/*}/baton

if [ "$(id -u)" -ne 0 ]; then
  exec "$program" "$@"
fi

for argument in "$@"; do
  case $argument in
    --)
      break
      ;;
    --help | --version | --verify-history | --export-history | --export-history=* | \
      --check-config | --check-config=* | --diagnostics | --diagnostics=* | --kiosk-pin)
      exec "$program" --no-sandbox "$@"
      ;;
  esac
done

echo 'baton: Baton is not run as root: start it as the person who is to transfer calls.' >&2
echo 'baton: As root it answers --check-config, --diagnostics, --verify-history,' >&2
echo 'baton: --export-history, --version and --help.' >&2
exit 1
