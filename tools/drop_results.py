#!/usr/bin/env python3
"""drop_results.py BOOK BARE: BOOK without the stored results of its formulas.
drop_results.py --compare BOOK AGAIN: the results stored in BOOK against those in AGAIN."""
import re, sys, zipfile

CELL = re.compile(r'<c r="([A-Z]+\d+)"([^>]*)>(.*?)</c>', re.S)


def sheets(path):
    with zipfile.ZipFile(path) as book:
        names = sorted((n for n in book.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", n)), key=lambda n: int(re.findall(r"\d+", n)[0]))
        return [book.read(n).decode() for n in names]


def results(path):
    found = {}
    for index, xml in enumerate(sheets(path)):
        for at, _, body in CELL.findall(xml):
            value = re.search(r"<v>(.*?)</v>", body)
            if "<f" in body:
                found[index, at] = value and value[1]
    return found


def drop(source, target):
    with zipfile.ZipFile(source) as book, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bare:
        for name in book.namelist():
            data = book.read(name)
            if name.startswith("xl/worksheets/sheet"):
                data = re.sub(r"(</f>)<v>.*?</v>", r"\1", data.decode()).encode()
            bare.writestr(name, data)


if sys.argv[1] == "--compare":
    ours, again = results(sys.argv[2]), results(sys.argv[3])
    wrong = [(k, v, again.get(k)) for k, v in ours.items() if again.get(k) is None or abs(float(v) - float(again[k])) > 1e-9]
    print(f"{sys.argv[2].rsplit('/', 1)[-1]}: {len(ours)} formulas, {len(wrong)} differ")
    for (sheet, at), stored, computed in wrong:
        print(f"  sheet {sheet + 1} {at}: stored {stored}, computed {computed}")
    sys.exit(bool(wrong))
drop(sys.argv[1], sys.argv[2])
