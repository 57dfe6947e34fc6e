#!/usr/bin/env python3
"""Makes samples/qinghe again: pip install openpyxl xlwt; python3 samples/make.py

The books of a made-up bureau for January to March 2026, kept as branches keep them. Nobody in them is
real: names are drawn from lists, identity numbers are of the district 9901, which does not exist. The
mistakes that the issue list must show are marked MISTAKE below.
"""
import csv, datetime, io, os, random, shutil, zipfile
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
import xlwt

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "qinghe")
R = random.Random(20260331)
STAMP = datetime.datetime(2026, 4, 2, 9, 0, 0)
THIN = Side(style="thin", color="808080")
BOX = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
MID = Alignment(horizontal="center", vertical="center", wrap_text=True)

SURNAMES = "赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹喻潘葛范彭鲁韦马苗方俞任袁柳史唐费岑薛雷贺倪汤"
GIVEN = ["文博", "建国", "秀英", "志强", "丽华", "海燕", "晓东", "思远", "雨桐", "子涵", "俊杰", "桂兰", "德明", "玉珍", "国栋", "春梅", "永胜", "佳怡", "浩然", "欣悦", "明辉", "淑芬", "振华", "立新", "一鸣", "若曦", "景行", "维民", "长青", "凤霞", "少华", "晨曦", "敏", "强", "静", "磊", "洋", "艳", "勇", "娟"]


class Member:
    def __init__(self, branch, name, sex, birth, joined, status, category, post="", group="", dept=""):
        self.branch, self.name, self.sex, self.birth, self.joined = branch, name, sex, birth, joined
        self.status, self.category, self.post, self.group, self.dept = status, category, post, group, dept
        self.id = identity(birth, sex)

    @property
    def young(self):
        return self.birth.year >= 1991


def identity(birth, sex):
    seq = R.randint(10, 49) * 10 + 2 * R.randint(0, 4) + (1 if sex == "男" else 0)
    body = f"990101{birth:%Y%m%d}{seq:03d}"
    weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, weights)) % 11]


def people():
    names = set()

    def name():
        while True:
            n = R.choice(SURNAMES) + R.choice(GIVEN)
            if n not in names:
                names.add(n)
                return n

    def day(year):
        return datetime.date(year, R.randint(1, 12), R.randint(1, 28))

    out = []

    def add(branch, n, years, category, posts=(), groups=("",), depts=("",), probationary=0):
        for i in range(n):
            birth = day(years[i % len(years)])
            joined = day(min(birth.year + R.randint(20, 28), 2024))
            status = "正式党员"
            if i >= n - probationary:
                joined, status = datetime.date(2025, 6, 28), "预备党员"
            out.append(Member(branch, name(), R.choice("男女"), birth, joined, status, category, posts[i] if i < len(posts) else "", groups[i % len(groups)], depts[i % len(depts)]))

    committee = ["书记", "组织委员", "宣传委员"]
    add("第一支部", 8, [1952, 1955, 1949, 1958, 1960, 1957, 1947, 1961], "离退休", committee)
    add("第一支部", 6, [2001, 2002, 2000, 2003, 2001, 2002], "大学生党员", probationary=2)
    depts = ["办公室", "人事股", "工资福利股", "财务股", "就业股", "仲裁院"]
    add("第二支部", 16, [1975, 1980, 1988, 1972, 1985, 1978, 1994, 1996, 1983, 1998, 1969, 1995, 1987, 1992, 1981, 1999], "在职", ["书记", "副书记", "组织委员", "宣传委员", "纪检委员"], ["第一党小组", "第二党小组"], depts, 1)
    add("第三支部", 12, [1977, 1984, 1990, 1982, 1995, 1973, 1997, 1986, 1993, 1979, 1996, 1989], "在职", committee, depts=["社保中心", "信息中心"])
    add("第四支部", 10, [1982, 1979, 1991, 1986, 1994, 1998, 1976, 1992, 1988, 2000], "在职", committee, depts=["就业服务中心"], probationary=1)
    return out


# Two people of one name, in two branches: every bureau has its 张伟.
NAMESAKES = {"喻维民": "张伟", "汤雨桐": "张伟"}
MEMBERS = people()
for m in MEMBERS:
    m.name = NAMESAKES.get(m.name, m.name)


def of(branch):
    return [m for m in MEMBERS if m.branch == branch]


PLAN = [  # month, topic, category, form, hours
    (1, "学习贯彻习近平新时代中国特色社会主义思想专题", "党的创新理论", "集中学习", 2),
    (1, "中国共产党纪律处分条例解读", "党章党规党纪", "专题党课", 2),
    (1, "社保经办规程与风险防控", "业务知识", "业务研讨", 1.5),
    (2, "中央八项规定精神学习教育", "党章党规党纪", "集中学习", 2),
    (2, "劳动合同法与劳动争议调解仲裁法", "法律法规", "集中学习", 2),
    (2, "就业政策业务培训", "业务知识", "专题讲座", 1.5),
    (3, "全国两会精神学习", "党的创新理论", "集中学习", 2),
    (3, "保障农民工工资支付条例学习", "法律法规", "个人自学", 1),
    (3, "人社系统窗口服务规范", "业务知识", "业务研讨", 1.5),
]
T = [p[1] for p in PLAN]

#            month, day, kind, topic, group
SESSIONS = {
    "第一支部": [(1, 9, "主题党日", T[0]), (1, 23, "党员大会", "2025年度支部工作总结"), (2, 27, "集中学习", T[3]), (3, 6, "主题党日", "植绿护绿活动"), (3, 20, "党课", T[6])],
    "第二支部": [(1, 6, "支委会", "研究一季度工作", ), (1, 9, "主题党日", T[0]), (1, 14, "党小组会", T[2], "第一党小组"), (1, 15, "党小组会", T[2], "第二党小组"), (1, 21, "党课", T[1]),
               (2, 3, "支委会", "讨论党员发展"), (2, 10, "主题党日", T[3]), (2, 12, "党小组会", T[4], "第一党小组"), (2, 13, "党小组会", T[4], "第二党小组"), (2, 26, "集中学习", T[5]),
               (3, 2, "支委会", "研究党费收缴"), (3, 10, "主题党日", T[6]), (3, 12, "党小组会", T[8], "第一党小组"), (3, 13, "党小组会", T[8], "第二党小组"), (3, 26, "党员大会", "组织生活情况通报")],
    "第三支部": [(1, 7, "支委会", "研究年度计划"), (1, 14, "主题党日", T[0]), (1, 28, "党员大会", "通报2025年党费收支"), (2, 4, "支委会", "研究学习安排"), (2, 11, "主题党日", T[4]), (2, 25, "党课", T[1]), (3, 4, "支委会", "研究志愿服务"), (3, 11, "主题党日", T[6]), (3, 25, "集中学习", T[7])],
    "第四支部": [(1, 12, "主题党日", T[0]), (1, 19, "支委会", "研究支部计划"), (1, 26, "集中学习", T[1]), (2, 9, "主题党日", T[3]), (2, 24, "集中学习", T[5]), (3, 9, "主题党日", T[6]), (3, 16, "支委会", "研究发展党员"), (3, 23, "党员大会", "讨论预备党员转正"), (3, 30, "党课", T[3])],
}
REASONS = {"病假": ["病假", "因病", "住院"], "事假": ["事假", "家中有事"], "公假": ["出差", "下乡", "公差"]}


def due(branch, session):
    group = session[4] if len(session) > 4 else ""
    ms = of(branch)
    if session[2] == "支委会":
        return [m for m in ms if m.post]
    return [m for m in ms if m.group == group] if group else ms


def draw(member):
    """What a member does at a session: the young come less, as the report found."""
    come = 0.72 if member.young else 0.93
    x = R.random()
    if x < come:
        return "迟到" if R.random() < 0.05 else "到"
    if x < come + (1 - come) * (0.45 if member.young else 0.85):
        return R.choice(["病假", "事假", "公假"])
    return "缺席"


MARKS = {b: [{m.name: draw(m) for m in due(b, s)} for s in ss] for b, ss in SESSIONS.items()}


def save(wb, *path):
    file = os.path.join(HERE, *path)
    os.makedirs(os.path.dirname(file), exist_ok=True)
    wb.properties.creator, wb.properties.created, wb.properties.modified = "清河县人社局", STAMP, STAMP
    buffer = io.BytesIO()
    wb.save(buffer)
    # The same bytes on every run: entries carry the stamp, not the time of day.
    with zipfile.ZipFile(buffer) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            data = old.read(item)
            if item.filename == "docProps/core.xml":
                text = data.decode()
                start, end = text.index("<dcterms:modified"), text.index("</dcterms:modified>")
                data = (text[: text.index(">", start) + 1] + STAMP.strftime("%Y-%m-%dT%H:%M:%SZ") + text[end:]).encode()
            info = zipfile.ZipInfo(item.filename, (2026, 4, 2, 9, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, data)


def title(ws, text, width, size=16):
    ws.append([text])
    ws.merge_cells(start_row=ws.max_row, start_column=1, end_row=ws.max_row, end_column=width)
    cell = ws.cell(ws.max_row, 1)
    cell.font, cell.alignment = Font(name="方正小标宋简体", size=size, bold=True), MID
    ws.row_dimensions[ws.max_row].height = 30


def frame(ws, first, last, width):
    for row in ws.iter_rows(min_row=first, max_row=last, max_col=width):
        for cell in row:
            cell.border, cell.alignment = BOX, MID


def spaced(name):
    return f"{name[0]}  {name[1]}" if len(name) == 2 else name


def roster_xlsx():
    wb = Workbook()
    wb.remove(wb.active)
    for branch in ["第二支部", "第三支部", "第四支部"]:
        ws = wb.create_sheet(branch)
        title(ws, f"中共清河县人力资源和社会保障局{branch.replace('支部', '党支部')}党员花名册", 12)
        ws.append([f"填报单位：{branch.replace('支部', '党支部')}（盖章）", *[None] * 7, "填报时间：2026年1月5日"])
        ws.merge_cells("A2:H2")
        ws.merge_cells("I2:L2")
        ws.append(["序号", "基本信息", None, None, None, "党内信息", None, None, None, None, "工作部门", "备注"])
        ws.append([None, "姓  名", "性别", "身份证号码", "出生年月", "入党时间", "党员类别", "党内职务", "所在党小组", "在职/离退休", None, None])
        for area in ("A3:A4", "B3:E3", "F3:J3", "K3:K4", "L3:L4"):
            ws.merge_cells(area)
        for i, m in enumerate(of(branch), 1):
            number = m.id
            if branch == "第三支部" and i == 7:
                number = number[:16] + str((int(number[16]) + 2) % 10) + number[17]  # MISTAKE: one digit of an identity number is wrong
            ws.append([i, spaced(m.name), m.sex, number, f"{m.birth.year}.{m.birth.month:02d}", f"{m.joined.year}年{m.joined.month}月", m.status, m.post or "无", m.group or "—", m.category, m.dept, None])
        last = ws.max_row
        ws.append(["合计", f"{len(of(branch))}人"])
        frame(ws, 3, last + 1, 12)
        ws.append([])
        ws.append(["填表人：          审核人：          党支部书记（签字）："])
        for col, width in zip("ABCDEFGHIJKL", [6, 10, 6, 22, 10, 13, 11, 11, 13, 12, 14, 8]):
            ws.column_dimensions[col].width = width
    save(wb, "花名册", "清河县人社局党员花名册（在职）.xlsx")


def roster_xls():
    book = xlwt.Workbook(encoding="utf-8")
    ws = book.add_sheet("党员名单")
    bold = xlwt.easyxf("font: bold on, height 280; align: horiz center")
    ws.write_merge(0, 0, 0, 9, "清河县人社局第一党支部党员基本信息台账", bold)
    heads = ["编号", "姓名", "性别", "公民身份号码", "出生日期", "加入党组织日期", "人员类别", "支部职务", "人员状态", "备注"]
    for c, h in enumerate(heads):
        ws.write(1, c, h)
    for i, m in enumerate(of("第一支部"), 1):
        row = [i, m.name, m.sex, m.id, m.birth.strftime("%Y%m%d"), m.joined.strftime("%Y%m%d"), m.status, m.post, m.category, "人才交流中心" if m.category == "大学生党员" else ""]
        for c, v in enumerate(row):
            ws.write(1 + i, c, v)
    ws.write(3 + len(of("第一支部")), 0, "制表人：")
    file = os.path.join(HERE, "花名册", "第一支部党员名单.xls")
    os.makedirs(os.path.dirname(file), exist_ok=True)
    book.save(file)


def sign_in_sheets():
    """第一支部: one book a session, two names up, people sign by name."""
    for session, marks in zip(SESSIONS["第一支部"], MARKS["第一支部"]):
        month, day, kind, topic = session[:4]
        wb = Workbook()
        ws = wb.active
        ws.title = f"{month}.{day}"
        title(ws, f"第一支部{kind}签到表", 6)
        date = f"2026年{month}月{day}日"
        ws.append([f"时间：{date}上午9:00　　地点：老干部活动室　　主持人：{of('第一支部')[0].name}"])
        ws.append([f"主题：{topic}"])
        ws.merge_cells("A2:F2")
        ws.merge_cells("A3:F3")
        ws.append(["序号", "姓  名", "签名", "序号", "姓  名", "签名"])
        names = [(n, n if v == "到" else v) for n, v in marks.items()]
        half = (len(names) + 1) // 2
        for i in range(half):
            row = [i + 1, spaced(names[i][0]), names[i][1]]
            if i + half < len(names):
                n, v = names[i + half]
                row += [i + half + 1, spaced(n), v]
            ws.append(row)
        frame(ws, 4, ws.max_row, 6)
        came = sum(v in ("到", "迟到") for v in marks.values())
        ws.append([f"应到{len(marks)}人，实到{came}人"])
        for col, width in zip("ABCDEF", [6, 12, 16, 6, 12, 16]):
            ws.column_dimensions[col].width = width
        save(wb, "第一支部", f"{kind}签到{month:02d}{day:02d}.xlsx")


def matrix():
    """第二支部: a sheet a month, dates and kinds in two merged header rows, glyphs with a legend of its own."""
    glyph = {"到": "√", "迟到": "△", "病假": "病假", "事假": "○", "公假": "公差", "缺席": "×"}
    wb = Workbook()
    wb.remove(wb.active)
    members = of("第二支部")
    for month in (1, 2, 3):
        todo = [(s, m) for s, m in zip(SESSIONS["第二支部"], MARKS["第二支部"]) if s[0] == month]
        ws = wb.create_sheet(f"{month}月")
        width = 2 + len(todo) + 1
        title(ws, f"第二支部2026年{month}月“三会一课”考勤表", width)
        ws.append(["序号", "姓名", *[f"{s[0]}月{s[1]}日" for s, _ in todo], "出勤率"])
        ws.append([None, None, *[s[2] + (f"（{s[4]}）" if len(s) > 4 else "") for s, _ in todo], None])
        ws.append([None, None, *[s[3] for s, _ in todo], None])
        for col in (1, 2, width):
            ws.merge_cells(start_row=2, start_column=col, end_row=4, end_column=col)
        for i, m in enumerate(members, 1):
            cells = [glyph[marks[m.name]] if m.name in marks else None for _, marks in todo]
            came = sum(marks.get(m.name) in ("到", "迟到") for _, marks in todo)
            owed = sum(m.name in marks for _, marks in todo)
            name = m.name
            if month == 3 and i == 9:
                name = m.name[0] + "俊" + m.name[1:][:1]  # MISTAKE: nobody of this name is on the roster
            ws.append([i, spaced(name), *cells, f"{came / owed:.0%}"])
        last = ws.max_row
        ws.append([None, "实到人数", *[sum(v in ("到", "迟到") for v in marks.values()) for _, marks in todo]])
        frame(ws, 2, last + 1, width)
        ws.append(["注：○事假　△迟到　×缺席"])
        ws.append([])
        ws.append(["记录人：", None, None, "审核人："])
        ws.column_dimensions["B"].width = 10
        for c in range(len(todo)):
            ws.column_dimensions["CDEFGHIJK"[c]].width = 16
        ws.row_dimensions[4].height = 42
    save(wb, "第二支部", "第二支部2026年考勤表.xlsx")


def log_csv():
    """第三支部: a meeting log, the absent in prose, as a CSV that Excel saved in GBK."""
    rows = [["第三支部2026年度“三会一课”台账"], ["序号", "时间", "会议类型", "会议主题", "地点", "主持人", "应到", "实到", "请假人员及原因", "缺席人员", "学时"]]
    for i, (s, marks) in enumerate(zip(SESSIONS["第三支部"], MARKS["第三支部"]), 1):
        leave = "、".join(f"{n}（{R.choice(REASONS[v])}）" for n, v in marks.items() if v in REASONS)
        absent = "、".join(n for n, v in marks.items() if v == "缺席")
        # A log has no column for the late: they came.
        came = sum(v in ("到", "迟到") for v in marks.values())
        owed = len(marks)
        if i == 5:
            owed += 1  # MISTAKE: 应到 does not add up
        rows.append([i, f"2026/{s[0]}/{s[1]}", s[2], s[3], "三楼会议室", of("第三支部")[0].name, owed, came, leave or "无", absent or "无", 2 if s[2] != "支委会" else 1])
    # MISTAKE: a day that no calendar has
    rows.append([len(rows) - 1, "2026/2/30", "集中学习", T[4], "三楼会议室", of("第三支部")[0].name, 12, 12, "无", "无", 2])
    text = io.StringIO()
    csv.writer(text).writerows([r + [""] * (11 - len(r)) for r in rows])
    file = os.path.join(HERE, "第三支部", "第三支部三会一课台账2026.csv")
    os.makedirs(os.path.dirname(file), exist_ok=True)
    open(file, "wb").write(text.getvalue().encode("gbk"))


def transposed():
    """第四支部: sessions down, members across."""
    wb = Workbook()
    ws = wb.active
    ws.title = "一季度"
    members = of("第四支部")
    title(ws, "第四支部2026年第一季度组织生活参会情况", 3 + len(members))
    ws.append(["会议时间", "会议类别", "学习内容", *[m.name for m in members]])
    word = {"到": "出席", "迟到": "迟到", "病假": "请病假", "事假": "请事假", "公假": "出差", "缺席": "缺席"}
    for k, (s, marks) in enumerate(zip(SESSIONS["第四支部"], MARKS["第四支部"])):
        cells = [word[marks[m.name]] if m.name in marks else "/" for m in members]
        if k == 4:
            cells[5] = "待定"  # MISTAKE: a mark that means nothing
        ws.append([datetime.date(2026, s[0], s[1]), s[2], s[3], *cells])
        ws.cell(ws.max_row, 1).number_format = 'yyyy"年"m"月"d"日"'
    frame(ws, 2, ws.max_row, 3 + len(members))
    for col, width in (("A", 16), ("B", 12), ("C", 30)):
        ws.column_dimensions[col].width = width
    save(wb, "第四支部", "第四支部参会情况2026一季度.xlsx")


def plan():
    wb = Workbook()
    ws = wb.active
    ws.title = "学习计划"
    title(ws, "清河县人力资源和社会保障局2026年第一季度党员学习计划", 7)
    ws.append(["序号", "月份", "学习内容", "学习类别", "学习方式", "学时", "参加对象"])
    row = 3
    for month in (1, 2, 3):
        topics = [p for p in PLAN if p[0] == month]
        for i, (m, topic, category, form, hours) in enumerate(topics):
            audience = "在职党员" if category == "业务知识" else "全体党员"
            ws.append([ws.max_row - 1, f"{m}月" if i == 0 else None, topic, category, form, hours, audience])
        ws.merge_cells(start_row=row, start_column=2, end_row=row + len(topics) - 1, end_column=2)
        row += len(topics)
    frame(ws, 2, ws.max_row, 7)
    for col, width in zip("ABCDEFG", [6, 8, 44, 16, 12, 8, 12]):
        ws.column_dimensions[col].width = width
    save(wb, "学习计划", "2026年第一季度党员学习计划.xlsx")


def self_study():
    """Person by topic; the young have done less of it."""
    for branch in ("第二支部", "第三支部"):
        wb = Workbook()
        ws = wb.active
        ws.title = "自学"
        title(ws, f"{branch}2026年3月党员自学情况登记表", 5)
        ws.append(["序号", "姓名", "学习内容", "学时", "完成时间"])
        n = 0
        for m in of(branch):
            for topic in (T[7], T[5], T[2]):
                if R.random() < (0.25 if m.young else 0.7):
                    n += 1
                    ws.append([n, m.name, topic, R.choice([1, 1.5, 2]), f"3月{R.randint(1, 28)}日"])
        frame(ws, 2, ws.max_row, 5)
        ws.column_dimensions["C"].width = 40
        save(wb, branch, f"{branch}自学登记.xlsx")


def online_export():
    """What a study platform exports: an HTML table under the name .xls, in GBK."""
    rows = []
    for m in MEMBERS:
        if m.category == "离退休" and R.random() < 0.5:
            continue
        points = R.randint(120, 480) if m.young else R.randint(380, 1100)
        hours = round(points / 150 * 2) / 2
        rows.append(f"<tr><td>{m.branch}</td><td>{m.name}</td><td>{points}</td><td>{hours:g}</td></tr>")
    html = ('<html><head><meta http-equiv="Content-Type" content="text/html; charset=gbk"></head><body><table border="1">'
            '<tr><td colspan="4">2026年3月线上学习统计</td></tr><tr><td>所在支部</td><td>姓名</td><td>积分</td><td>学时</td></tr>\n'
            + "\n".join(rows) + "\n</table></body></html>")
    file = os.path.join(HERE, "线上学习", "线上学习导出202603.xls")
    os.makedirs(os.path.dirname(file), exist_ok=True)
    open(file, "wb").write(html.encode("gbk"))


def evidence():
    """What is kept beside meetings and study, a list each."""
    first = {b: [m.name for m in of(b)] for b in ("第一支部", "第二支部", "第三支部", "第四支部")}

    def book(heading, head, rows, widths, *path):
        wb = Workbook()
        ws = wb.active
        title(ws, heading, len(head))
        ws.append(head)
        for row in rows:
            ws.append(row)
        frame(ws, 2, ws.max_row, len(head))
        for i, width in enumerate(widths):
            ws.column_dimensions["ABCDEFGH"[i]].width = width
        save(wb, *path)

    volunteers = [("第二支部", 3, "3月5日", "社区人社政策宣传", 3), ("第二支部", 6, "3月5日", "社区人社政策宣传", 3),
                  ("第一支部", 2, "3月12日", "义务植树", 2), ("第三支部", 1, "3月12日", "义务植树", 2),
                  ("第三支部", 4, "2月14日", "春节返乡人员服务", 4), ("第四支部", 5, "3月20日", "零工市场引导", 3)]
    book("清河县人社局党员志愿服务记录（2026年第一季度）", ["序号", "支部", "姓名", "日期", "活动内容", "服务时长（小时）"],
         [[i + 1, b, first[b][k], d, what, hours] for i, (b, k, d, what, hours) in enumerate(volunteers)],
         [6, 12, 12, 12, 30, 16], "佐证材料", "志愿服务记录.xlsx")
    honours = [("第二支部", 0, "2026年1月15日", "县直机关优秀党务工作者"), ("第二支部", 8, "2026年2月10日", "窗口服务标兵"),
               ("第四支部", 3, "2026年3月8日", "三八红旗手")]
    book("2026年党员表彰奖励登记表", ["支部", "姓名", "时间", "荣誉名称"],
         [[b, first[b][k], d, what] for b, k, d, what in honours], [12, 12, 18, 30], "佐证材料", "表彰奖励登记.xlsx")
    posts = [("第一支部", 1, "离退休党员宣讲岗"), ("第三支部", 2, "社保经办示范岗")]
    book("2026年党员示范岗、责任区名册", ["支部", "姓名", "岗位名称"],
         [[b, first[b][k], what] for b, k, what in posts], [12, 12, 30], "佐证材料", "党员示范岗.xlsx")
    book("第四支部发展党员台账", ["姓名", "递交入党申请书时间", "确定为积极分子时间", "确定为发展对象时间"],
         [["纪明哲", "2024年3月1日", "2024年9月10日", "2025年10月20日"],
          ["路欣然", "2024年11月5日", "2025年6月3日", "2026年2月11日"]],  # MISTAKE: eight months, not a year
         [12, 22, 22, 22], "佐证材料", "发展党员台账.xlsx")
    rows = []
    for m in MEMBERS:
        if m.category == "在职":
            rows.append([m.dept, m.name, round(R.gauss(86 if m.young else 89, 4), 1)])
    rows = [r for i, r in enumerate(rows) if i not in (7, 21)]  # two were left out
    rows += [["办公室", "顾长河", 88.5], ["就业股", "沙依然", 91.0], ["社保股", "梁小满", 84.0]]  # staff who are no members
    book("清河县人社局2026年第一季度业务考核得分", ["部门", "姓名", "得分"], rows, [16, 12, 10], "业务考核", "第一季度业务考核得分.xlsx")


def stray():
    wb = Workbook()
    ws = wb.active
    for row in [["物资名称", "数量", "单价", "金额"], ["打印纸", 20, 25, 500], ["签字笔", 50, 2, 100]]:
        ws.append(row)
    save(wb, "办公用品采购清单.xlsx")


if __name__ == "__main__":
    shutil.rmtree(HERE, ignore_errors=True)
    roster_xlsx()
    roster_xls()
    sign_in_sheets()
    matrix()
    log_csv()
    transposed()
    plan()
    self_study()
    online_export()
    evidence()
    stray()
