#!/usr/bin/env bash
# What the Action's command "update" does: publist update, and a pull request where it changes the .bib file.
# FILE names the file, "" for that of publist.toml.  One branch, so that there is one pull request at a time.
set -euo pipefail
branch=publist-update
text=$(mktemp)
trap 'rm -f "$text"' EXIT
publist update --write --format github ${FILE:+"$FILE"} > "$text"
cat "$text"
if git diff --quiet; then
  echo "Nothing to write."
  exit 0
fi
git switch --quiet --force-create "$branch"
git -c user.name="github-actions[bot]" -c user.email="41898282+github-actions[bot]@users.noreply.github.com" \
  commit --quiet --all --message "Update the bibliography"
git push --quiet --force origin "$branch"
if [ -n "$(gh pr list --head "$branch" --state open --json number --jq '.[].number')" ]; then
  gh pr edit "$branch" --body-file "$text"
else
  gh pr create --head "$branch" --title "Update the bibliography" --body-file "$text"
fi
