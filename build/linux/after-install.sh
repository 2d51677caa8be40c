#!/bin/sh
# After a deb or rpm was unpacked, at its first installation and at each update.
set -e

ln -sf /opt/Baton/bin/baton /usr/bin/baton

# The helper with the setuid bit is for kernels that give ordinary users no namespaces; root always
# has them.
if setpriv --reuid=65534 --regid=65534 --clear-groups unshare --user true 2>/dev/null; then
  chmod 0755 /opt/Baton/chrome-sandbox || true
else
  chmod 4755 /opt/Baton/chrome-sandbox || true
fi

# Desktop and icons, which also makes `baton:` links known.
if command -v update-desktop-database >/dev/null 2>&1; then
  update-desktop-database /usr/share/applications || true
fi
if command -v gtk-update-icon-cache >/dev/null 2>&1; then
  gtk-update-icon-cache -q -t -f /usr/share/icons/hicolor || true
fi

# An AppArmor that does not know this profile's language has no need of it.
profile=/opt/Baton/share/apparmor/baton
if command -v apparmor_parser >/dev/null 2>&1 &&
  apparmor_parser --skip-kernel-load "$profile" >/dev/null 2>&1; then
  cp -f "$profile" /etc/apparmor.d/baton
  # In the image of another computer there is no running kernel to tell.
  if ! { command -v ischroot >/dev/null 2>&1 && ischroot; }; then
    apparmor_parser --replace --write-cache --skip-read-cache /etc/apparmor.d/baton || true
  fi
fi

exit 0
