#!/usr/bin/env bash
# Renders every page of every workbook below a folder as PNG, to be looked at:
#   tools/render.sh out pages
# Needs LibreOffice, poppler and a Chinese font (Debian: libreoffice-calc poppler-utils fonts-noto-cjk).
set -eu
from=${1:?the folder of the reports} to=${2:?the folder for the pictures}
mkdir -p "$to"
find "$from" -name '*.xlsx' -print0 | sort -z | while IFS= read -r -d '' book; do
    name=$(basename "$book" .xlsx)
    libreoffice --headless --convert-to pdf --outdir "$to" "$book" >/dev/null 2>&1
    pdftoppm -r "${DPI:-60}" -png "$to/$name.pdf" "$to/$name"
    rm "$to/$name.pdf"
done
ls "$to"
