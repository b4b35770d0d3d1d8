#!/usr/bin/env bash
# Makes a machine that has Swift ready to build and test: the one place that names system packages.
#
# Installs with apt-get what is missing, as root or through sudo; asks nothing. Elsewhere than on
# Debian and its relatives it says what is needed. Does nothing, quickly, when all is there.
set -euo pipefail

# ncurses draws the screen, SQLite keeps the office, OpenSSL hashes files, tmux plays the end-to-end
# tests.
packages=(libncurses-dev libsqlite3-dev libssl-dev tmux)

if ! command -v swift >/dev/null; then
  echo "setup: there is no swift on the PATH; install Swift 6.2 or newer from swift.org" >&2
  exit 1
fi

missing=()
if command -v dpkg-query >/dev/null; then
  for package in "${packages[@]}"; do
    status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing+=("$package")
  done
else
  [ -e /usr/include/curses.h ] || [ -e /usr/include/ncursesw/curses.h ] || missing+=("ncurses")
  [ -e /usr/include/sqlite3.h ] || missing+=("SQLite 3")
  [ -e /usr/include/openssl/sha.h ] || missing+=("OpenSSL")
fi
[ "${#missing[@]}" -gt 0 ] || exit 0

if ! command -v apt-get >/dev/null; then
  echo "setup: install the development files of: ${missing[*]}" >&2
  exit 1
fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null || ! sudo -n true 2>/dev/null; then
    echo "setup: run this once: sudo apt-get install ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo -n)
fi
install() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -q --no-install-recommends "${missing[@]}" </dev/null
}
echo "setup: installing ${missing[*]}"
# A machine whose package lists are old or absent has to fetch them first.
if ! install; then
  "${as_root[@]}" apt-get update -q </dev/null
  install
fi
