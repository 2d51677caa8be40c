#!/bin/sh
# After a deb or rpm was removed. Both also call it for the old one of an update, whose successor
# has its link and profile in place already: dpkg says "upgrade", rpm how many are left.
set -e

case "${1:-0}" in
  remove | purge | 0) ;;
  *) exit 0 ;;
esac

rm -f /usr/bin/baton

if [ -f /etc/apparmor.d/baton ]; then
  if command -v apparmor_parser >/dev/null 2>&1 &&
    ! { command -v ischroot >/dev/null 2>&1 && ischroot; }; then
    apparmor_parser --remove /etc/apparmor.d/baton || true
  fi
  rm -f /etc/apparmor.d/baton
fi

if command -v update-desktop-database >/dev/null 2>&1; then
  update-desktop-database /usr/share/applications || true
fi

exit 0
