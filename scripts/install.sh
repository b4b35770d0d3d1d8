#!/usr/bin/env bash
# Installs the release binary, its themes, the man page and shell completions under a prefix.
#
#   scripts/install.sh PREFIX        DESTDIR is put before it, for packagers
set -euo pipefail

prefix=${1:?usage: scripts/install.sh PREFIX}
cd "$(dirname "$0")/.."
target=${DESTDIR:-}$prefix
binary=$(swift build -c release --show-bin-path)/docket

install -d "$target/bin" "$target/share/docket/themes" "$target/share/man/man1" \
  "$target/share/bash-completion/completions" "$target/share/zsh/site-functions" \
  "$target/share/fish/vendor_completions.d"
install -m 755 "$binary" "$target/bin/docket"
install -m 644 themes/*.toml "$target/share/docket/themes/"
install -m 644 scripts/docket.1 "$target/share/man/man1/docket.1"
"$binary" --generate-completion-script bash >"$target/share/bash-completion/completions/docket"
"$binary" --generate-completion-script zsh >"$target/share/zsh/site-functions/_docket"
"$binary" --generate-completion-script fish >"$target/share/fish/vendor_completions.d/docket.fish"
echo "installed $target/bin/docket"
