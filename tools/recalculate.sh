#!/usr/bin/env bash
# Lets LibreOffice recalculate every formula of the sample's workbooks, under each of the three rule sets, and
# compares the results with those that the program stored. Needs LibreOffice and python3, nothing else.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
taizhang() { cargo run --release --quiet -- "$@" >/dev/null; }
for rules in 百分制 加减分制 星级; do
    echo "== $rules"
    cp -r samples/qinghe "$work/$rules"
    taizhang init "$work/$rules" --rules "$rules"
    taizhang run "$work/$rules" --period 2026Q1 --out "$work/out/$rules"
    find "$work/out/$rules" -name '*.xlsx' -print0 | sort -z | while IFS= read -r -d '' book; do
        # Written anew by LibreOffice, every formula is computed anew: the stored results are dropped first.
        python3 tools/drop_results.py "$book" "$work/bare.xlsx"
        libreoffice --headless --convert-to xlsx:"Calc MS Excel 2007 XML" --outdir "$work/again" "$work/bare.xlsx" >/dev/null 2>&1
        python3 tools/drop_results.py --compare "$book" "$work/again/bare.xlsx"
    done
done
