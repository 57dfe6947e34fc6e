#!/usr/bin/env bash
# Renders every page of every workbook below a folder as PNG, and the page to show at two widths and as printed, to
# be looked at:
#   tools/render.sh out pages
# Needs LibreOffice, poppler and a Chinese font (Debian: libreoffice-calc poppler-utils fonts-noto-cjk), and for the
# page Chromium (Debian: chromium).
set -eu
from=$(realpath "${1:?the folder of the reports}") to=${2:?the folder for the pictures}
mkdir -p "$to"
to=$(realpath "$to")
find "$from" -name '*.xlsx' -print0 | sort -z | while IFS= read -r -d '' book; do
    name=$(basename "$book" .xlsx)
    libreoffice --headless --convert-to pdf --outdir "$to" "$book" >/dev/null 2>&1
    pdftoppm -r "${DPI:-60}" -png "$to/$name.pdf" "$to/$name"
    rm "$to/$name.pdf"
done
if [ -f "$from/看板.html" ] && command -v chromium >/dev/null; then
    profile=$(mktemp -d)
    trap 'rm -rf "$profile"' EXIT
    browse() {
        chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync \
            --disable-background-networking --disable-component-update --allow-file-access-from-files \
            --user-data-dir="$profile" "$@" >/dev/null 2>&1
    }
    cp "$from/看板.html" "$profile/page.html"
    # No window is as narrow as a telephone: a frame is.
    echo '<body style="margin:0"><iframe src="page.html" style="border:0;width:390px;height:4000px"></iframe>' >"$profile/narrow.html"
    browse --window-size=1280,4000 --screenshot="$to/看板-1280.png" "file://$profile/page.html"
    browse --window-size=500,4000 --screenshot="$to/看板-390.png" "file://$profile/narrow.html"
    browse --print-to-pdf="$to/看板.pdf" "file://$profile/page.html"
    pdftoppm -r "${DPI:-60}" -png "$to/看板.pdf" "$to/看板-印"
    rm "$to/看板.pdf"
fi
ls "$to"
