//! Layouts and wordings that branches keep, each the smallest book that shows it, with what it says.

use super::support::{facts, folder, table, taizhang};

const ROSTER: &str = "第一支部党员花名册\n姓名,入党时间,党员类别,党内职务,党小组\n赵文博,2010-05-01,正式党员,书记,第一党小组\n钱进,2010-05-01,正式党员,组织委员,第一党小组\n孙丽华,2010-05-01,正式党员,,第二党小组\n阿依古丽·买买提,2010-05-01,正式党员,,第二党小组\n";

/// What a book is, its text (CSV), and the facts: day, kind, and each member's status in the roster's order.
const BOOKS: &[(&str, &str, &[&str])] = &[
    (
        "minutes that say who took part in the very meeting",
        "第一支部会议纪要\n\"2026年3月5日下午，支部召开主题党日，赵文博、孙丽华、阿依古丽·买买提参加会议，钱进因病请假。会议学习了党章。\"\n",
        &["2026-03-05 theme_day present leave:sick present present"],
    ),
    (
        "why each did not come, at the end of a row with people across",
        "第一支部2026年出勤登记\n时间,会议名称,赵文博,钱进,孙丽华,阿依古丽·买买提,应到,实到,缺勤原因\n3月5日,党课,√,请假,×,√,4,2,钱进病假\n3月12日,主题党日,√,√,请假,√,4,3,事假\n",
        &[
            "2026-03-05 lecture present leave:sick absent present",
            "2026-03-12 theme_day present present leave:personal present",
        ],
    ),
    (
        "two kinds in one, over two days, in a file without merges",
        "第一支部2026年考勤表\n姓名,3月5日,3月12日\n,组织生活会暨民主评议,\n赵文博,√,√\n钱进,病假,√\n孙丽华,√,×\n阿依古丽·买买提,√,√\n",
        &[
            "2026-03-05 appraisal+organization_life present leave:sick present present",
            "2026-03-12 appraisal+organization_life present present absent present",
        ],
    ),
    (
        "one meeting with its weekday between the day and the kind",
        "第一支部2026年考勤表\n序号,姓名,3月5日下午\n,,星期四\n,,党课\n1,赵文博,√\n2,钱进,病假\n3,孙丽华,×\n4,阿依古丽·买买提,√\n",
        &["2026-03-05 lecture present leave:sick absent present"],
    ),
    (
        "a month between the rows of people across, and days alone below it",
        "第一支部2026年组织生活考勤表\n日期,会议名称,赵文博,钱进,孙丽华,阿依古丽·买买提\n3月,,,,,\n5日,党课,√,病假,√,√\n12日,主题党日,√,√,请假：家中有事,√\n4月,,,,,\n9日,集中学习,√,√,√,×\n",
        &[
            "2026-03-05 lecture present leave:sick present present",
            "2026-03-12 theme_day present present leave:personal present",
            "2026-04-09 study present present present absent",
        ],
    ),
    (
        "kinds ticked below 会议类型, the vague ones too, without merges",
        "第一支部2026年三会一课台账\n序号,时间,会议类型,,,主题,应到,实到,缺席人员及原因\n,,组织生活会,集中学习,业务培训,,,,\n1,2026年3月5日,√,,,谈心,4,3,钱进（病假）\n2,2026年3月12日,,√,,党章,4,4,无\n3,2026年3月19日,,,√,社保,4,3,孙丽华缺席\n",
        &[
            "2026-03-05 organization_life present leave:sick present present",
            "2026-03-12 study present present present present",
            "2026-03-19 training present present absent present",
        ],
    ),
    (
        "days and kinds across in rows of their own, over people without a heading",
        "第一支部2026年考勤表\n会议时间,3月5日,3月12日\n会议名称,党课,主题党日\n主题,学习党章,参观\n地点,会议室,烈士陵园\n赵文博,√,√\n钱进,病假,√\n孙丽华,√,×\n阿依古丽·买买提,√,√\n",
        &[
            "2026-03-05 lecture present leave:sick present present",
            "2026-03-12 theme_day present present absent present",
        ],
    ),
    (
        "one meeting in that way, with marks that are words a heading could be",
        "第一支部2026年考勤表\n会议时间,3月5日\n会议名称,党课\n赵文博,签到\n钱进,病假\n孙丽华,签到\n阿依古丽·买买提,签到\n",
        &["2026-03-05 lecture present leave:sick present present"],
    ),
    (
        "one meeting in that way, with marks that only the legend knows",
        "第一支部2026年考勤表\n会议时间,3月5日\n会议名称,党课\n赵文博,1\n钱进,3\n孙丽华,⊙\n阿依古丽·买买提,1\n符号,1:出勤,⊙:缺勤,3:病假\n",
        &["2026-03-05 lecture present leave:sick absent present"],
    ),
    (
        "arrows between the marks and their meanings",
        "第一支部2026年考勤表\n姓名,3月5日党课\n赵文博,▲\n钱进,◆\n孙丽华,○\n阿依古丽·买买提,▲\n注：▲→出勤、◆→病假、○→缺勤\n",
        &["2026-03-05 lecture present leave:sick absent present"],
    ),
    (
        "entries of a legend in cells of their own, which could be names with a sign behind them",
        "第一支部2026年考勤表\n姓名,3月5日党课\n赵文博,▲\n钱进,◆\n孙丽华,△\n阿依古丽·买买提,▲\n符号,参加画▲,病假画◆,缺勤画△\n",
        &["2026-03-05 lecture present leave:sick absent present"],
    ),
    (
        "a record with a list of those who were away below it",
        "第一支部会议记录表\n会议名称,党课\n会议时间,2026年3月5日,地点,会议室\n应到人数,4,实到人数,2\n缺席人员名单\n序号,姓名,原因\n1,钱进,病假\n2,孙丽华,无故缺席\n",
        &["2026-03-05 lecture present leave:sick absent present"],
    ),
    (
        "topics that speak of half a year and are no period",
        "第一支部2026年考勤表\n会议时间,3月5日,3月12日,3月19日\n会议类型,党课,主题党日,集中学习\n主题,总结上半年工作,研究上半年工作,讨论下半年工作\n姓名,签到,签到,签到\n赵文博,√,√,√\n钱进,√,√,√\n孙丽华,×,√,√\n阿依古丽·买买提,√,√,√\n",
        &[
            "2026-03-05 lecture present present absent present",
            "2026-03-12 theme_day present present present present",
            "2026-03-19 study present present present present",
        ],
    ),
    (
        "days in numerals beside 姓名, as long as some names",
        "第一支部2026年考勤\n姓名,三月十二日,三月十九日,三月二十日\n会议类别,党课,主题党日,集中学习\n主题,学习党章,参观,学习条例\n学时,2,2,2\n赵文博,到,到,到\n钱进,请假,到,到\n孙丽华,到,到,未到\n阿依古丽·买买提,到,到,到\n",
        &[
            "2026-03-12 lecture present leave present present",
            "2026-03-19 theme_day present present present present",
            "2026-03-20 study present present absent present",
        ],
    ),
    (
        "a name that ends as a count of days could, before its mark",
        "第一支部党课签到表\n时间：2026年3月5日,,地点：会议室\n赵文博√,钱进（病假）,孙丽华√\n阿依古丽·买买提√\n",
        &["2026-03-05 lecture present leave:sick present present"],
    ),
    (
        "one row under 类别, where the meeting's name has the committee in it",
        "第一支部2026年考勤表\n日期,类别,赵文博,钱进,孙丽华,阿依古丽·买买提\n3月5日,支部委员会会议,√,请事假,/,/\n",
        &["2026-03-05 committee_meeting present leave:personal not_due not_due"],
    ),
    (
        "stems as marks, each explained in its own way",
        "第一支部2026年考勤表\n姓名,3月5日党课,3月12日主题党日\n赵文博,甲,甲\n钱进,丙,乙\n孙丽华,丁,甲\n阿依古丽·买买提,甲,甲\n注：甲：出席；乙=迟到；丙-病假；丁代表缺席\n",
        &[
            "2026-03-05 lecture present leave:sick absent present",
            "2026-03-12 theme_day present late present present",
        ],
    ),
    (
        "codes in a list of their own, with a heading over the marks and over their meanings",
        "第一支部2026年考勤表\n姓名,3月5日党课\n赵文博,甲\n钱进,乙\n孙丽华,丙\n阿依古丽·买买提,甲\n\n代号,含义\n甲,出席\n乙,事假\n丙,缺席\n",
        &["2026-03-05 lecture present leave:personal absent present"],
    ),
    (
        "a legend among whose signs are those of boxes to tick",
        "第一支部党课签到表\n时间：2026年3月5日\n姓名,出席情况\n赵文博,○\n钱进,◇\n孙丽华,□\n阿依古丽·买买提,√\n图例  事假√、迟到★、出席○、病假◇、缺席□\n",
        &["2026-03-05 lecture present leave:sick absent leave:personal"],
    ),
    (
        "a month right behind the day, with nothing but a line break between",
        "第一支部2026年考勤表\n姓名,\"3.5\n3月主题党日\"\n赵文博,√\n钱进,×\n孙丽华,√\n阿依古丽·买买提,√\n",
        &["2026-03-05 theme_day present absent present present"],
    ),
    (
        "who led each meeting and where, below the people",
        "第一支部2026年考勤表\n序号,姓名,3月5日党课,3月12日主题党日\n1,赵文博,√,√\n2,钱进,√,×\n3,孙丽华,×,√\n4,阿依古丽·买买提,√,√\n会议地点,,三楼会议室,党员活动室\n主持人,,赵文博,钱进\n",
        &[
            "2026-03-05 lecture present present absent present",
            "2026-03-12 theme_day present absent present present",
        ],
    ),
    (
        "sessions across, at one of which all were",
        "第一支部三会一课登记表\n时间,2026/3/5,2026/3/12\n会议类型,党课,主题党日\n主题,学习党章,参观\n主持人,赵文博,钱进\n应到人数,4,4\n实到人数,4,3\n缺席人员及原因,全员到会,孙丽华（病假）\n",
        &[
            "2026-03-05 lecture present present present present",
            "2026-03-12 theme_day present present leave:sick present",
        ],
    ),
    (
        "a log of days as Excel counts them, with all that is to be said in one cell",
        "第一支部三会一课台账\n序号,时间,类型,会议内容,参会情况\n1,46086,党课,学习党章,\"应到4人，实到3人，钱进：病假\"\n2,46093,主题党日,参观,\"应到4人，实到4人\"\n",
        &[
            "2026-03-05 lecture present leave:sick present present",
            "2026-03-12 theme_day present present present present",
        ],
    ),
    (
        "people across, how many came, and marks of which none is known without the legend",
        "第一支部2026年考勤表\n日期,类别,赵文博,钱进,孙丽华,阿依古丽·买买提,实到人数\n2026-03-05,党课,□,◇,□,□,3\n2026-03-12,主题党日,□,□,☆,□,3\n注：☆缺席；◇病假；□出席\n",
        &[
            "2026-03-05 lecture present leave:sick present present",
            "2026-03-12 theme_day present present absent present",
        ],
    ),
    (
        "ticks below 参加, 请假 and 未参加, with the meeting over the first of them only",
        "第一支部2026年会议出席情况登记表\n序号,姓名,3月5日党课,,,3月12日主题党日,,\n,,参加,请假,未参加,参加,请假,未参加\n1,赵文博,1,,,1,,\n2,钱进,,1,,1,,\n3,孙丽华,,,1,1,,\n4,阿依古丽·买买提,1,,,,,1\n",
        &[
            "2026-03-05 lecture present leave absent present",
            "2026-03-12 theme_day present present present absent",
        ],
    ),
    (
        "a record with 出席人员 and 类别, which a member's card could have",
        "第一支部会议记录\n类别,党课,会议时间,2026-03-05\n地点,会议室,主持人,赵文博\n应到人数,4,实到人数,3\n出席人员,\"赵文博、孙丽华、阿依古丽·买买提\"\n缺席人员及原因,钱进（病假）\n",
        &["2026-03-05 lecture present leave:sick present present"],
    ),
    (
        "somebody who did not ask for leave, in the column of leaves",
        "第一支部三会一课台账\n序号,时间,会议类型,应到,实到,请假情况\n1,2026年3月5日,党课,4,2,\"钱进（病假）、孙丽华（未请假）\"\n",
        &["2026-03-05 lecture present leave:sick absent present"],
    ),
    (
        "a paragraph a meeting, with a sentence of its own for those who were away",
        "第一支部2026年组织生活记录\n\"2026年1月8日，召开党课，应到4人，实到3人。请假：钱进。\"\n\"2026年2月6日，召开主题党日，应到4人，实到2人。请假：孙丽华；缺席：钱进。\"\n\"2026年3月5日，召开党员大会，应到4人，实到4人。\"\n",
        &[
            "2026-01-08 lecture present leave present present",
            "2026-02-06 theme_day present absent leave present",
            "2026-03-05 general_meeting present present present present",
        ],
    ),
    (
        "several meetings in one cell, a line each",
        "第一支部2026年组织生活记录\n\"1.2026年1月8日，召开党课，应到4人，实到3人，钱进因病请假。\n2.2026年2月6日，召开主题党日。应到4人，实到4人。会议学习了党章。\n3.3月5日召开党员大会，应到4人，实到3人，孙丽华缺席。\"\n",
        &[
            "2026-01-08 lecture present leave:sick present present",
            "2026-02-06 theme_day present present present present",
            "2026-03-05 general_meeting present present absent present",
        ],
    ),
    (
        "sign-ins side by side, each under its title",
        "第一支部党课签到表,,,,第一支部党课签到表,,\n时间：2026年3月5日,,,,时间：2026年3月12日,,\n序号,姓名,签到,,序号,姓名,签到\n1,赵文博,√,,1,赵文博,√\n2,钱进,病假,,2,钱进,√\n3,孙丽华,√,,3,孙丽华,迟到\n4,阿依古丽·买买提,√,,4,阿依古丽·买买提,√\n",
        &[
            "2026-03-05 lecture present leave:sick present present",
            "2026-03-12 lecture present present late present",
        ],
    ),
    (
        "sign-ins right beside each other, with no column between them",
        "第一支部党课签到表,,第一支部主题党日签到表\n时间：2026年3月5日,,时间：2026年3月12日\n姓名,签到,姓名,签到\n赵文博,√,赵文博,√\n钱进,病假,钱进,√\n孙丽华,√,孙丽华,迟到\n阿依古丽·买买提,√,阿依古丽·买买提,√\n",
        &[
            "2026-03-05 lecture present leave:sick present present",
            "2026-03-12 theme_day present present late present",
        ],
    ),
    (
        "days over a column of marks and one of remarks each: one list",
        "第一支部2026年签到\n,3月5日党课,,3月12日主题党日,\n姓名,签到,备注,签到,备注\n赵文博,√,,√,\n钱进,,病假,√,\n孙丽华,√,,√,\n阿依古丽·买买提,√,,√,\n",
        &[
            "2026-03-05 lecture present leave:sick present present",
            "2026-03-12 theme_day present present present present",
        ],
    ),
    (
        "sign-ins side by side under a title of both",
        "第一支部2026年3月签到\n3月5日党课,,,3月12日主题党日,\n姓名,签到,,姓名,签到\n赵文博,√,,赵文博,√\n钱进,病假,,钱进,√\n孙丽华,√,,孙丽华,迟到\n阿依古丽·买买提,√,,阿依古丽·买买提,√\n",
        &[
            "2026-03-05 lecture present leave:sick present present",
            "2026-03-12 theme_day present present late present",
        ],
    ),
    (
        "a row of weekdays and one of hours below the kinds",
        "第一支部2026年考勤\n姓名,3月5日,3月12日\n会议类别,党课,主题党日\n星期,周四,周四\n学时,2,2\n赵文博,√,√\n钱进,病假,√\n孙丽华,√,√\n阿依古丽·买买提,√,√\n",
        &[
            "2026-03-05 lecture present leave:sick present present",
            "2026-03-12 theme_day present present present present",
        ],
    ),
    (
        "a log whose rows could head tables but for their running numbers",
        "第一支部2026年台账\n序号,迟到人员,应到/实到人数,会议内容,未到会人员及原因,召开时间,活动类型,主持人\n1,无,4/3,学习,钱进（无故未到）,1月1日15时,主题党日,赵文博\n2,无,4/3,学习,孙丽华（外出学习）,1月17日15时,主题党日,赵文博\n3,钱进,4/4,学习,0,1月22日15时,党员大会,赵文博\n4,赵文博,4/4,学习,0,1月26日15时,党课,赵文博\n",
        &[
            "2026-01-01 theme_day present absent present present",
            "2026-01-17 theme_day present present leave:official present",
            "2026-01-22 general_meeting present late present present",
            "2026-01-26 lecture late present present present",
        ],
    ),
    (
        "two kinds of meeting on one day, on one topic, under a heading that members have as well",
        "第一支部2026年台账\n日期,主要内容,类别,未到人员,参加人数\n3月5日,学习,党员大会,全部到齐,4\n3月5日,学习,党课,全部到齐,4\n",
        &[
            "2026-03-05 general_meeting present present present present",
            "2026-03-05 lecture present present present present",
        ],
    ),
    (
        "who was due and who came in words, under 参会人数",
        "第一支部2026年台账\n日期,会议类型,主题,参会人数,缺席人员\n3月5日,党课,学习,\"应到4人，实到3人\",钱进\n",
        &["2026-03-05 lecture present absent present present"],
    ),
    (
        "a stroke that the legend explains, though written shorter in the cells",
        "第一支部2026年考勤\n姓名,3月5日党课,3月12日主题党日\n赵文博,√,√\n钱进,-,√\n孙丽华,○,-\n阿依古丽·买买提,√,√\n注：√出席　○请假　—缺席\n",
        &[
            "2026-03-05 lecture present absent leave present",
            "2026-03-12 theme_day present present absent present",
        ],
    ),
    (
        "a legend without a word before it, marks in quotes behind their meanings",
        "第一支部2026年考勤\n到会打“※” 事假打“√” 缺席打“D”\n姓名,3月5日党课,3月12日主题党日\n赵文博,※,※\n钱进,√,※\n孙丽华,D,√\n阿依古丽·买买提,※,※\n",
        &[
            "2026-03-05 lecture present leave:personal absent present",
            "2026-03-12 theme_day present present leave:personal present",
        ],
    ),
    (
        "# as a mark under people across",
        "第一支部2026年考勤\n#代表出席，C代表事假，×代表缺席\n日期,会议类型,赵文博,钱进,孙丽华,阿依古丽·买买提\n3月5日,党课,#,#,×,#\n3月12日,主题党日,#,C,#,#\n",
        &[
            "2026-03-05 lecture present present absent present",
            "2026-03-12 theme_day present leave:personal present present",
        ],
    ),
    (
        "letters of which the usual meaning is not known, but for those of one of the people across",
        "第一支部2026年考勤\n日期,会议类型,主题,赵文博,钱进,孙丽华,阿依古丽·买买提\n3月5日,党课,学习,P,P,Q,P\n3月12日,主题党日,学习,P,J,P,P\n3月19日,党课,学习,P,Q,P,Q\n3月20日,主题党日,学习,P,P,P,J\n3月26日,党员大会,学习,P,P,J,P\nP：出席；J：请假；Q：缺席\n",
        &[
            "2026-03-05 lecture present present absent present",
            "2026-03-12 theme_day present leave present present",
            "2026-03-19 lecture present absent present absent",
            "2026-03-20 theme_day present present present leave",
            "2026-03-26 general_meeting present present leave present",
        ],
    ),
    (
        "a log whose headings nobody knows but for a word for those who were away",
        "第一支部2026年台账\n日期,会议类型,缘由（请假的各位）,旷会的还有哪位\n3月5日,党课,孙丽华（病假）,钱进\n3月12日,主题党日,钱进（出差）、孙丽华（事假）,\n",
        &[
            "2026-03-05 lecture present absent leave:sick present",
            "2026-03-12 theme_day present leave:official leave:personal present",
        ],
    ),
    (
        "a row a meeting, with its day and who came in one cell",
        "第一支部“三会一课”记录\n次数,类别,内容,召开情况\n第1次,党员大会,学习,\"2026年1月8日召开，应到4人，实到3人，钱进请病假\"\n第2次,党课,讲党课,\"2026年2月6日，全体参加\"\n",
        &[
            "2026-01-08 general_meeting present leave:sick present present",
            "2026-02-06 lecture present present present present",
        ],
    ),
    (
        "a sign-in with its day in brackets behind a label",
        "第一支部党员参会签到\n会议：3月党课（2026.3.5）\n姓名,签名,姓名,签名\n赵文博,赵文博,孙丽华,孙丽华\n钱进,病假,阿依古丽·买买提,√\n",
        &["2026-03-05 lecture present leave:sick present present"],
    ),
    (
        "branches down and kinds across, with the day and who was away in each",
        "各支部2026年3月三会一课开展情况\n序号,支部,党员大会,支委会\n1,第一支部,3月12日应到4实到4,3月5日全体到会\n",
        &[
            "2026-03-05 committee_meeting present present - -",
            "2026-03-12 general_meeting present present present present",
        ],
    ),
    (
        "a sign-in with both halves of the day",
        "第一支部2026年3月5日主题党日签到表\n姓名,上午,下午\n赵文博,√,√\n钱进,病假,病假\n孙丽华,√,早退\n阿依古丽·买买提,√,√\n",
        &["2026-03-05 theme_day present leave:sick left_early present"],
    ),
    (
        "a record of one meeting to which all of a branch came but one",
        "会议记录\n时间,2026年3月5日\n会议类型,党课\n参加人员,第一支部全体党员（钱进因病请假）\n",
        &["2026-03-05 lecture present leave:sick present present"],
    ),
    (
        "lists below each other with words for the day and the people that nobody knows",
        "第一支部党课签到表\n何日：2026年3月5日　　在哪儿个：二楼　　主持人：赵文博\n数,哪几位,签到情况\n1,赵文博,√\n2,钱进,病假\n3,孙丽华,√\n4,阿依古丽·买买提,√\n\n第一支部主题党日签到表\n何日子,2026年3月12日,在哪儿个,二楼\n数,哪几位,签到情况\n1,赵文博,√\n2,钱进,√\n3,孙丽华,缺席\n4,阿依古丽·买买提,√\n",
        &[
            "2026-03-05 lecture present leave:sick present present",
            "2026-03-12 theme_day present present absent present",
        ],
    ),
    (
        "a log of the whole bureau with branches below a heading that nobody knows",
        "2026年会议台账\n日期,哪一家,会议类型,应到,实到,缺席人员\n3月5日,第一支部,党课,4,3,钱进（病假）\n3月12日,第一支部,主题党日,4,4,无\n",
        &[
            "2026-03-05 lecture present leave:sick present present",
            "2026-03-12 theme_day present present present present",
        ],
    ),
    (
        "lists below each other, with people below a heading that means something else",
        "第一支部党课签到表\n时间,2026年3月5日,地点,二楼\n序号,参加对象,签到情况\n1,赵文博,√\n2,钱进,病假\n3,孙丽华,√\n4,阿依古丽·买买提,√\n\n第一支部主题党日签到表\n时间,2026年3月12日,地点,二楼\n序号,参加对象,签到情况\n1,赵文博,√\n2,钱进,√\n3,孙丽华,缺席\n4,阿依古丽·买买提,√\n",
        &[
            "2026-03-05 lecture present leave:sick present present",
            "2026-03-12 theme_day present present absent present",
        ],
    ),
    (
        "lists side by side, of which one has people below a heading that nobody knows",
        "第一支部党课签到表\n2026年3月5日\n序号,哪几位,签到情况,序号,姓名,签到情况\n1,赵文博,√,3,孙丽华,缺席\n2,钱进,病假,4,阿依古丽·买买提,√\n",
        &["2026-03-05 lecture present leave:sick absent present"],
    ),
    (
        "a row for each of one day, with people below a heading that means something else",
        "第一支部签到明细\n日期,会议类型,主持人,签到情况\n2026年3月5日,党课,赵文博,√\n2026年3月5日,党课,钱进,病假\n2026年3月5日,党课,孙丽华,√\n2026年3月5日,党课,阿依古丽·买买提,√\n",
        &["2026-03-05 lecture present leave:sick present present"],
    ),
    (
        "lists below each other, with headings that could be somebody's names",
        "第一支部党课签到表\n时间：2026年3月5日\n项号,党内成员,参加与否\n1,赵文博,√\n2,钱进,病假\n3,孙丽华,√\n4,阿依古丽·买买提,√\n\n第一支部主题党日签到表\n时间：2026年3月12日\n项号,党内成员,出勤情况\n1,赵文博,√\n2,钱进,√\n3,孙丽华,缺席\n4,阿依古丽·买买提,√\n",
        &[
            "2026-03-05 lecture present leave:sick present present",
            "2026-03-12 theme_day present present absent present",
        ],
    ),
    (
        "a log of nothing but days and how many came",
        "第一支部2026年党课台账\n日期,到会情况\n1月8日,\"应到4人，实到3人，请假：钱进\"\n2月6日,\"应到4人，实到4人\"\n",
        &[
            "2026-01-08 lecture present leave present present",
            "2026-02-06 lecture present present present present",
        ],
    ),
    (
        "a log with the day behind the kind",
        "第一支部2026年会议台账\n序号,会议,到会情况,备注\n1,党员大会1.8,\"应到4人，实到3人，请假：钱进\",\n2,党课（2月6日）,\"应到4人，实到4人\",\n",
        &[
            "2026-01-08 general_meeting present leave present present",
            "2026-02-06 lecture present present present present",
        ],
    ),
    (
        "months down and kinds across, with the day and who was away in each",
        "第一支部2026年三会一课开展情况\n月份,党员大会,支委会,党课\n1月,1月8日：请假：孙丽华,1月5日全体到会,\n2月,,2月6日应到2人实到2人,\n3月,3月12日（钱进病假）,3月5日：无,3月20日：除钱进外全体参加\n",
        &[
            "2026-01-05 committee_meeting present present - -",
            "2026-01-08 general_meeting present present leave present",
            "2026-02-06 committee_meeting present present - -",
            "2026-03-05 committee_meeting present present - -",
            "2026-03-12 general_meeting present leave:sick present present",
            "2026-03-20 lecture present absent present present",
        ],
    ),
    (
        "kinds down and quarters across, with the absent of each, where several meetings share a cell",
        "第一支部2026年三会一课开展情况（缺席人员）\n类别,第一季度,第二季度\n党员大会,3月9日：钱进,6月3日：无\n党课,\"1月20日：无；3月20日：孙丽华\",\n",
        &[
            "2026-01-20 lecture present present present present",
            "2026-03-09 general_meeting present absent present present",
            "2026-03-20 lecture present present absent present",
            "2026-06-03 general_meeting present present present present",
        ],
    ),
    (
        "months down and kinds across, with how many were due and came: 4/4 is no day of April below 3月",
        "第一支部2026年三会一课开展情况（应到/实到）\n月份,党员大会,支委会\n1月,,2/2\n3月,4/4,2/2\n",
        &[
            "2026-01 committee_meeting present present - -",
            "2026-03 committee_meeting present present - -",
            "2026-03 general_meeting present present present present",
        ],
    ),
    (
        "a log with the columns of each kind side by side",
        "第一支部2026年三会一课统计\n月份,党员大会,,,支委会,,\n,时间,应到,实到,时间,应到,实到\n1月,,,,1月5日,2,2\n3月,3月12日,4,4,3月5日,2,2\n",
        &[
            "2026-01-05 committee_meeting present present - -",
            "2026-03-05 committee_meeting present present - -",
            "2026-03-12 general_meeting present present present present",
        ],
    ),
    (
        "a log with whole days below 年",
        "第一支部会议台账\n年,会议,应到,实到,缺席\n2026年3月5日,党课,4,3,钱进（病假）\n2026年3月12日,党课,4,4,无\n",
        &[
            "2026-03-05 lecture present leave:sick present present",
            "2026-03-12 lecture present present present present",
        ],
    ),
    (
        "a sign-in with the department behind each name",
        "第一支部2026年3月5日党课签到表\n序号,姓名,签到\n1,赵文博-办公室,√\n2,钱进-就业科,病假\n3,孙丽华-社保科,√\n4,阿依古丽·买买提-办公室,√\n",
        &["2026-03-05 lecture present leave:sick present present"],
    ),
    (
        "number, name and mark in one cell",
        "第一支部2026年3月5日党课签到表\n签到情况\n1 赵文博 √\n2 钱进 病假\n3 孙丽华 √\n4 阿依古丽·买买提 ×\n",
        &["2026-03-05 lecture present leave:sick present absent"],
    ),
    (
        "sentences of which those who came are the subject, and nobody else is said to have come",
        "第一支部2026年会议纪要\n2026年3月5日，赵文博、孙丽华、阿依古丽·买买提参加党课，学习了党章和其他内容。\n2026年3月12日，全体党员参加主题党日活动。\n",
        &[
            "2026-03-05 lecture present - present present",
            "2026-03-12 theme_day present present present present",
        ],
    ),
    (
        "a legend in which a box is a mark",
        "第一支部2026年3月考勤\n姓名,3月5日党课\n赵文博,√\n钱进,□\n孙丽华,√\n阿依古丽·买买提,√\n注：√出席 □缺席\n",
        &["2026-03-05 lecture present absent present present"],
    ),
    (
        "a note with its day beside the only session",
        "第一支部党员大会签到表（2026年3月5日）\n姓名,3月5日党员大会,备注\n赵文博,√,\n钱进,×,3月5日因病\n孙丽华,√,\n阿依古丽·买买提,×,出差\n",
        &["2026-03-05 general_meeting present leave:sick present leave:official"],
    ),
    (
        "a record of one meeting that says beside 出勤情况 who did not come",
        "第一支部党员大会记录\n时间,2026年3月5日\n出勤情况,除钱进病假外全部到会\n内容,学习\n",
        &["2026-03-05 general_meeting present leave:sick present present"],
    ),
    (
        "a record of one meeting with a label among the names, and one with words of its own",
        "第一支部党员大会记录\n会议时间：2026年3月5日\n参会人员：全体党员（缺席：钱进）\n内容：学习\n",
        &["2026-03-05 general_meeting present absent present present"],
    ),
    (
        "a log with a column for the absent, the late and those who left early",
        "第一支部2026年台账\n日期,会议类型,缺席、迟到、早退人员\n3月5日,党课,钱进缺席，孙丽华迟到\n3月12日,党课,迟到：钱进\n",
        &[
            "2026-03-05 lecture present absent late present",
            "2026-03-12 lecture present late present present",
        ],
    ),
    (
        "a record of one meeting with who was away in a sentence",
        "第一支部党员大会记录\n时间,2026年3月5日\n应到人数,4人\n实到人数,3人\n未参会情况说明,钱进同志因公出差，已请假。\n内容,学习\n",
        &["2026-03-05 general_meeting present leave:official present present"],
    ),
    (
        "a register of studies with those who took part and those who did not",
        "第一支部2026年学习情况登记表\n学习时间,学习内容,学时,参学人员,缺学人员\n1月15日,党章,2,全体党员,钱进（病假）\n2月12日,条例,2,除孙丽华外全体党员,孙丽华\n",
        &[
            "2026-01-15 study present leave:sick present present",
            "2026-02-12 study present present absent present",
        ],
    ),
    (
        "days, marks and notes of two kinds behind each name",
        "第一支部2026年3月考勤\n姓名,党员大会,党员大会,党员大会,党课,党课,党课\n,日期,到会,备注,日期,到会,备注\n赵文博,3月5日,√,,3月12日,√,\n钱进,3月5日,×,病假,3月12日,√,\n孙丽华,3月5日,√,,3月12日,×,\n阿依古丽·买买提,3月5日,√,,3月12日,√,\n",
        &[
            "2026-03-05 general_meeting present leave:sick present present",
            "2026-03-12 lecture present present absent present",
        ],
    ),
    (
        "signatures below each session",
        "第一支部2026年3月考勤\n姓名,3月5日党员大会签字,3月12日党课签字\n赵文博,赵文博,赵文博\n钱进,请假,钱进\n孙丽华,孙丽华,孙丽华\n阿依古丽·买买提,阿依古丽·买买提,病假\n",
        &[
            "2026-03-05 general_meeting present leave present present",
            "2026-03-12 lecture present present present leave:sick",
        ],
    ),
    (
        "a record of one meeting with names below each other, kinds of leave, and counts beside the names",
        "第一支部党员大会记录\n时间,2026年3月5日\n应到,4\n请假,1\n请假人员,钱进\n病假,孙丽华\n内容,学习\n",
        &["2026-03-05 general_meeting present leave leave:sick present"],
    ),
    (
        "a record of one meeting whose absent stand in rows of their own",
        "第一支部党员大会记录\n时间,2026年3月5日\n缺席人员,钱进\n,孙丽华（病假）\n内容,学习\n",
        &["2026-03-05 general_meeting present absent leave:sick present"],
    ),
    (
        "a record of one meeting from which nobody was absent",
        "第一支部党员大会记录\n时间,2026年3月5日\n缺席,无\n内容,学习\n",
        &["2026-03-05 general_meeting present present present present"],
    ),
    (
        "a log whose absent are numbered, called by their posts, or in labelled parts",
        "第一支部2026年台账\n日期,会议类型,缺席人员\n3月5日,党课,（1）钱进（病假）（2）孙丽华（事假）\n3月12日,党课,组织委员钱进\n3月19日,党课,请假：钱进  缺席：孙丽华\n",
        &[
            "2026-03-05 lecture present leave:sick leave:personal present",
            "2026-03-12 lecture present absent present present",
            "2026-03-19 lecture present leave absent present",
        ],
    ),
    (
        "a log of those who came below 出席",
        "第一支部2026年台账\n日期,会议类型,出席,列席,缺席\n3月5日,党课,赵文博、孙丽华、阿依古丽·买买提,李局长,钱进\n",
        &["2026-03-05 lecture present absent present present"],
    ),
    (
        "everybody but those in brackets",
        "第一支部2026年台账\n日期,会议类型,参加人员\n3月5日,党课,全体党员（钱进、孙丽华因公请假）\n",
        &["2026-03-05 lecture present leave:official leave:official present"],
    ),
    (
        "a record of one meeting that tells in prose who came",
        "第一支部党员大会记录\n时间,2026年3月5日\n会议情况,应到会党员4名，实到会2名，因故缺席2名（钱进、孙丽华）。\n内容,学习\n",
        &["2026-03-05 general_meeting present absent absent present"],
    ),
    (
        "a record of one meeting in one cell",
        "第一支部党员大会记录\n\"时间：2026年3月5日\n主持人：赵文博\n应到：4人 实到：3人\n请假：钱进（病假）\n议题：学习\"\n",
        &["2026-03-05 general_meeting present leave:sick present present"],
    ),
    (
        "two records beside each other",
        "第一支部党员大会记录,,,第一支部党课记录\n时间,2026年3月5日,,时间,2026年3月12日\n应到,4,,应到,4\n实到,3,,实到,4\n缺席,钱进,,缺席,无\n",
        &[
            "2026-03-05 general_meeting present absent present present",
            "2026-03-12 lecture present present present present",
        ],
    ),
    (
        "a choice that is ticked among boxes, of a mark and of a kind",
        "第一支部2026年考勤\n姓名,3月5日党课,3月12日□党课 ☑主题党日 □其他\n赵文博,☑出席 ☐请假 ☐缺席,出席☑ 缺席□\n钱进,☐出席 ☑请假 ☐缺席,出席□ 缺席☑\n孙丽华,£出席 £请假 R缺席,出席（√） 缺席（ ）\n阿依古丽·买买提,☑出席 ☐请假 ☐缺席,出席☑ 缺席□\n",
        &[
            "2026-03-05 lecture present leave absent present",
            "2026-03-12 theme_day present absent present present",
        ],
    ),
    (
        "sessions that a note tells by numbers in circles, and days before a stroke",
        "第一支部2026年3月考勤\n姓名,①,②,3.19/党课\n赵文博,√,√,√\n钱进,×,√,√\n孙丽华,√,×,√\n阿依古丽·买买提,√,√,×\n注：①3月5日党员大会；②3月12日主题党日\n",
        &[
            "2026-03-05 general_meeting present absent present present",
            "2026-03-12 theme_day present present absent present",
            "2026-03-19 lecture present present present absent",
        ],
    ),
    (
        "notes of several sessions at the end of a row, each with its day or of the only one missed",
        "第一支部2026年3月考勤\n姓名,3月5日党员大会,3月12日党课,备注\n赵文博,√,√,组长\n钱进,×,×,3月5日因病，3月12日出差\n孙丽华,√,×,3.12住院\n阿依古丽·买买提,×,√,家中有事\n",
        &[
            "2026-03-05 general_meeting present leave:sick present leave:personal",
            "2026-03-12 lecture present leave:official leave:sick present",
        ],
    ),
    (
        "a log with planned days and those of the meetings",
        "第一支部2026年台账\n计划时间,实际时间,会议类型,内容,缺席人员\n3月5日,3月6日,党课,学习,钱进\n",
        &["2026-03-06 lecture present absent present present"],
    ),
    (
        "a log of months and weeks with who was absent",
        "第一支部2026年台账\n月份,会议类型,内容,缺席人员\n3月,党课,学习,钱进\n",
        &["2026-03 lecture present absent present present"],
    ),
    (
        "a log with a rate and those who did not come, and notes of who was late",
        "第一支部2026年台账\n日期,会议类型,参会率,未参会,备注\n3月5日,党课,75%,钱进,孙丽华迟到\n3月12日,党课,100%,,钱进同志授课\n",
        &[
            "2026-03-05 lecture present absent late present",
            "2026-03-12 lecture present present present present",
        ],
    ),
    (
        "a year, a month, a day and a kind over each other",
        "第一支部考勤表\n姓名,2026年,\n,3月,4月\n,5日,2日\n,党员大会,党课\n赵文博,√,√\n钱进,√,×\n孙丽华,√,√\n阿依古丽·买买提,√,√\n",
        &[
            "2026-03-05 general_meeting present present present present",
            "2026-04-02 lecture present absent present present",
        ],
    ),
    (
        "rows that count, whatever their words",
        "第一支部2026年3月考勤\n姓名,3月5日党员大会,3月12日党课\n赵文博,√,√\n钱进,×,√\n孙丽华,√,√\n阿依古丽·买买提,√,√\n到场人数,3,4\n未能到会人数,1,0\n",
        &[
            "2026-03-05 general_meeting present absent present present",
            "2026-03-12 lecture present present present present",
        ],
    ),
    (
        "a log with rows of sessions that were put off, and of one to come",
        "第一支部2026年台账\n日期,会议类型,内容,应到,实到,缺席人员\n3月5日,主题党日,植树,4,3,钱进（病假）\n3月12日,党课,因雨取消,,,\n3月19日,党课,改期,4,0,\n4月9日,党课,学习,,,\n",
        &["2026-03-05 theme_day present leave:sick present present"],
    ),
    (
        "reasons in a column beside the names: of one, of all of several, and one by one",
        "第一支部2026年台账\n日期,会议类型,应到,实到,请假人员,请假原因\n3月5日,主题党日,4,3,钱进,住院\n3月12日,党课,4,2,钱进、孙丽华,均为出差\n3月19日,党课,4,2,钱进、孙丽华,病假、事假\n3月26日,党课,4,4,,\n",
        &[
            "2026-03-05 theme_day present leave:sick present present",
            "2026-03-12 lecture present leave:official leave:official present",
            "2026-03-19 lecture present leave:sick leave:personal present",
            "2026-03-26 lecture present present present present",
        ],
    ),
    (
        "reasons beside the absent, in a column of reasons and among notes",
        "第一支部2026年台账\n日期,会议类型,应到,实到,缺席人员,缺席原因,备注\n3月5日,主题党日,4,3,钱进,生病住院,\n3月12日,党课,4,3,孙丽华,无故,\n3月19日,党课,4,3,钱进,,出差在外\n3月26日,党课,4,3,钱进,,材料已归档\n4月2日,党课,4,2,钱进、孙丽华,钱进病假,\n",
        &[
            "2026-03-05 theme_day present leave:sick present present",
            "2026-03-12 lecture present present absent present",
            "2026-03-19 lecture present leave:official present present",
            "2026-03-26 lecture present absent present present",
            "2026-04-02 lecture present leave:sick absent present",
        ],
    ),
    (
        "a record of one meeting with a reason that is of the leave alone",
        "第一支部党员大会记录\n时间,2026年3月5日\n缺席人员,孙丽华\n请假人员,钱进\n请假原因,住院\n内容,学习\n",
        &["2026-03-05 general_meeting present leave:sick absent present"],
    ),
    (
        "a log of studies, with who missed them and why",
        "第一支部2026年集中学习台账\n时间,学习内容,参学人数,缺学人员,缺学原因\n3月5日,党章,3,钱进,病假\n",
        &["2026-03-05 study present leave:sick present present"],
    ),
    (
        "a record of one meeting with a reason below the name",
        "第一支部党员大会记录\n时间,2026年3月5日\n请假人员,钱进\n请假原因,住院\n内容,学习\n",
        &["2026-03-05 general_meeting present leave:sick present present"],
    ),
    (
        "a log that lies on its side",
        "第一支部2026年三会一课台账\n会议时间,3月5日,3月12日\n会议类型,党员大会,党课\n应到人数,4,4\n实到人数,3,3\n请假人员,钱进（病假）,孙丽华（公差）\n",
        &[
            "2026-03-05 general_meeting present leave:sick present present",
            "2026-03-12 lecture present present leave:official present",
        ],
    ),
    (
        "a mark that nobody knows and that could be a name, below marks: no row of marks is a header",
        "第一支部2026年组织生活考勤\n日期,活动类型,赵文博,钱进,孙丽华,阿依古丽·买买提\n3月5日,党员大会,出勤,请假,出勤,出勤\n3月12日,党课,出勤,出勤,迟到,出勤\n3月19日,主题党日,出勤,没影儿,出勤,出勤\n",
        &[
            "2026-03-05 general_meeting present leave present present",
            "2026-03-12 lecture present present late present",
            "2026-03-19 theme_day present - present present",
        ],
    ),
    (
        "the day behind the kind, as a number",
        "第一支部2026年3月考勤\n姓名,主题党日活动7,支委会/12,党课(20)\n赵文博,√,√,√\n钱进,√,病假,√\n孙丽华,√,√,×\n阿依古丽·买买提,×,,√\n",
        &[
            "2026-03-07 theme_day present present present absent",
            "2026-03-12 committee_meeting present leave:sick present not_due",
            "2026-03-20 lecture present present absent present",
        ],
    ),
    (
        "marks before the name, and the sum's name where names are",
        "第一支部2026年3月5日党员大会签到表\n到会情况,序号,备注,姓名\n√,1,,赵文博\n病假,2,,钱进\n迟到,3,,孙丽华\n√,4,,阿依古丽·买买提\n3,,,合计\n",
        &["2026-03-05 general_meeting present leave:sick late present"],
    ),
    (
        "a sign that is written for the one which the legend explains",
        "第一支部2026年3月考勤\n姓名,3月5日党员大会\n赵文博,√\n钱进,✗\n孙丽华,〇\n阿依古丽·买买提,∆\n注：×请假 ○缺席 △早退\n",
        &["2026-03-05 general_meeting present leave absent left_early"],
    ),
    (
        "numbers behind the kinds that only count them: two of one kind in a month, without days, are told",
        "第一支部2026年3月考勤\n姓名,党课1,主题党日1,党课2\n赵文博,√,√,√\n钱进,√,病假,√\n孙丽华,√,√,×\n阿依古丽·买买提,×,√,√\n",
        &["2026-03 theme_day present leave:sick present present"],
    ),
    (
        "a day that was never, over two kinds in a file without merges",
        "第一支部2026年3月考勤\n姓名,3月5日,3月32日,\n,党课,党员大会,支委会\n赵文博,√,√,√\n钱进,√,√,√\n孙丽华,√,√,\n阿依古丽·买买提,√,√,\n",
        &["2026-03-05 lecture present present present present"],
    ),
    (
        "the day in brackets behind the kind, beside a column of months",
        "第一支部2026年考勤\n月份,会议,赵文博,钱进,孙丽华,阿依古丽·买买提\n3月,党员大会（5日）,√,病假,√,√\n,党课（12日）,√,√,√,×\n4月,主题党日（2日）,√,√,√,√\n",
        &[
            "2026-03-05 general_meeting present leave:sick present present",
            "2026-03-12 lecture present present present absent",
            "2026-04-02 theme_day present present present present",
        ],
    ),
    (
        "days of the week in a row below the days",
        "第一支部2026年3月党课考勤\n序号,姓名,5,12,19\n,,四,四,四\n1,赵文博,√,√,√\n2,钱进,√,病假,√\n3,孙丽华,√,√,×\n4,阿依古丽·买买提,√,√,√\n",
        &[
            "2026-03-05 lecture present present present present",
            "2026-03-12 lecture present leave:sick present present",
            "2026-03-19 lecture present present absent present",
        ],
    ),
    (
        "numbers for marks, explained in the title",
        "第一支部2026年3月考勤（1出席，2请假，3缺席）\n姓名,3月5日党员大会,3月12日党课\n赵文博,1,1\n钱进,2,1\n孙丽华,1,3\n阿依古丽·买买提,1,1\n",
        &[
            "2026-03-05 general_meeting present leave present present",
            "2026-03-12 lecture present present absent present",
        ],
    ),
    (
        "a meeting on the net, with days and times",
        "会议详情\n会议主题,第一支部3月党员大会\n开始时间,2026-03-05 14:30:00\n用户昵称,入会时间,离会时间\n赵文博,2026-03-05 14:25:00,2026-03-05 16:00:00\n钱进,2026-03-05 14:27:00,2026-03-05 16:00:00\n孙丽华,2026-03-05 14:29:00,2026-03-05 16:00:00\n",
        &["2026-03-05 general_meeting present present present -"],
    ),
    (
        "a register of the absent, one in each row",
        "第一支部2026年第一季度组织生活缺席情况\n会议,日期,缺席人员,原因\n党员大会,3月5日,钱进,病假\n,,孙丽华,事假\n党课,3月12日,赵文博,出差\n",
        &[
            "2026-03-05 general_meeting present leave:sick leave:personal present",
            "2026-03-12 lecture leave:official present present present",
        ],
    ),
    (
        "more of the absent alone in their rows, in every wording",
        "第一支部2026年台账\n日期,会议,缺席人员\n3月5日,党员大会,钱进\n,,孙丽华请事假\n,,赵文博、阿依古丽·买买提（出差）\n3月12日,党课,无\n",
        &[
            "2026-03-05 general_meeting absent absent leave:personal leave:official",
            "2026-03-12 lecture present present present present",
        ],
    ),
    (
        "one absent person a row below the numbers of a session",
        "第一支部2026年台账\n日期,会议,应到,实到,请假人员,原因\n3月5日,党员大会,4,2,钱进,病假\n,,,,孙丽华,事假\n3月12日,党课,4,4,,\n",
        &[
            "2026-03-05 general_meeting present leave:sick leave:personal present",
            "2026-03-12 lecture present present present present",
        ],
    ),
    (
        "those who came by name, and of the others only that they were on leave",
        "第一支部2026年台账\n日期,会议,参加人员,缺席人员\n3月5日,党课,赵文博、孙丽华,其余人员请假\n",
        &["2026-03-05 lecture present - present -"],
    ),
    (
        "a span of days with dots",
        "第一支部2026年3月考勤\n姓名,3.5-6党课,3.12主题党日\n赵文博,√,√\n钱进,√,×\n孙丽华,√,√\n阿依古丽·买买提,√,√\n",
        &[
            "2026-03-05 lecture present present present present",
            "2026-03-12 theme_day present absent present present",
        ],
    ),
    (
        "days of the month right before the kinds, in rows",
        "第一支部2026年3月考勤\n姓名,赵文博,钱进,孙丽华,阿依古丽·买买提\n5主题党日,√,√,√,√\n12党课,√,×,√,√\n",
        &[
            "2026-03-05 theme_day present present present present",
            "2026-03-12 lecture present absent present present",
        ],
    ),
    (
        "a register with counts, in which each row names one more who was away, as 姓名 and 情况",
        "第一支部2026年3月缺席情况登记\n日期,会议类别,应到,实到,姓名,情况\n3月5日,支部党员大会,4,2,钱进,病假\n,,,,孙丽华,事假\n3月12日,党课,4,3,赵文博,无故缺席\n",
        &[
            "2026-03-05 general_meeting present leave:sick leave:personal present",
            "2026-03-12 lecture absent present present present",
        ],
    ),
    (
        "records in a paragraph of labels each, numbered anew below each kind",
        "第一支部2026年第一季度三会一课记录\n一、支部党员大会\n1.时间：2026年3月5日；地点：会议室；主持人：赵文博；应到4人，实到3人，缺席：钱进（病假）；内容：学习条例。\n二、主题党日\n1.时间：2026年1月10日；主持人：赵文博；应到4人，实到4人；内容：植树。\n2.时间：2026年2月10日；主持人：赵文博；应到4人，实到3人，缺席：孙丽华（出差）；内容：植树。\n",
        &[
            "2026-01-10 theme_day present present present present",
            "2026-02-10 theme_day present present leave:official present",
            "2026-03-05 general_meeting present leave:sick present present",
        ],
    ),
    (
        "records in a cell of labels on lines of their own each",
        "第一支部会议记录\n序号,会议记录\n1,\"时间：2026年3月5日\n地点：会议室\n会议名称：支部党员大会\n主持人：赵文博\n应到4人，实到3人\n缺席：钱进（病假）\n议题：学习条例\"\n2,\"时间：2026年3月12日\n地点：会议室\n会议名称：支委会\n主持人：赵文博\n应到2人，实到2人\n议题：研究工作\"\n",
        &[
            "2026-03-05 general_meeting present leave:sick present present",
            "2026-03-12 committee_meeting present present - -",
        ],
    ),
    (
        "meetings told in sentences",
        "第一支部2026年第一季度会议记录\n2026年3月5日下午，第一支部在三楼会议室召开支部党员大会，应到4人，实到3人，钱进因病请假。会议由赵文博主持，学习了条例。\n2026年3月12日，召开支委会，赵文博、钱进参加。研究了近期工作。\n3月20日，第一支部开展主题党日活动，应到党员4名，实到2名，钱进出差、孙丽华事假。\n3月26日，第一支部组织集中学习，全体党员均参加，传达了文件精神。\n",
        &[
            "2026-03-05 general_meeting present leave:sick present present",
            "2026-03-12 committee_meeting present present - -",
            "2026-03-20 theme_day present leave:official leave:personal present",
            "2026-03-26 study present present present present",
        ],
    ),
    (
        "a form below a form, the second without a title of its own",
        "支部党员大会会议记录（第一支部）\n会议时间,2026年3月5日,会议地点,会议室\n应到人数,4,实到人数,3\n缺席人员,钱进（病假）\n会议内容,学习条例\n,\n会议时间,2026年6月5日,会议地点,会议室\n应到人数,4,实到人数,3\n缺席人员,孙丽华（事假）\n会议内容,选举\n",
        &[
            "2026-03-05 general_meeting present leave:sick present present",
            "2026-06-05 general_meeting present present leave:personal present",
        ],
    ),
    (
        "somebody's name once for all his meetings",
        "第一支部2026年3月考勤表\n姓名,日期,会议,出勤情况\n赵文博,3月5日,党员大会,√\n,3月12日,党课,√\n钱进,3月5日,党员大会,病假\n,3月12日,党课,√\n孙丽华,3月5日,党员大会,√\n,3月12日,党课,事假\n阿依古丽·买买提,3月5日,党员大会,√\n,3月12日,党课,√\n",
        &[
            "2026-03-05 general_meeting present leave:sick present present",
            "2026-03-12 lecture present present leave:personal present",
        ],
    ),
    (
        "a meeting and its day once for all who are listed",
        "第一支部2026年3月考勤表\n会议,时间,姓名,情况\n党员大会,3月5日,赵文博,√\n,,钱进,病假\n,,孙丽华,√\n,,阿依古丽·买买提,√\n党课,3月12日,赵文博,√\n,,钱进,√\n,,孙丽华,事假\n,,阿依古丽·买买提,√\n",
        &[
            "2026-03-05 general_meeting present leave:sick present present",
            "2026-03-12 lecture present present leave:personal present",
        ],
    ),
    (
        "项目 and 内容 over the labels of a form",
        "第一支部会议记录表\n序号,项目,内容,备注\n1,会议名称,支部党员大会,\n2,会议时间,2026年3月5日,\n3,主持人,赵文博,\n4,参会人员,赵文博、孙丽华、阿依古丽·买买提,\n5,请假人员,钱进（病假）,\n6,会议内容,学习条例,\n",
        &["2026-03-05 general_meeting present leave:sick present present"],
    ),
    (
        "the time of arrival and that of leaving below each day",
        "第一支部2026年3月考勤\n姓名,3月5日党员大会,,3月12日党课,\n,签到,签退,签到,签退\n赵文博,09:00,11:00,09:00,11:00\n钱进,病假,,09:00,11:00\n孙丽华,09:00,11:00,09:00,11:00\n阿依古丽·买买提,09:00,11:00,事假,\n",
        &[
            "2026-03-05 general_meeting present leave:sick present present",
            "2026-03-12 lecture present present present leave:personal",
        ],
    ),
    (
        "days behind the quarter they are of",
        "第一支部2026年支部党员大会考勤\n姓名,一季度3.5,二季度6.5\n赵文博,√,√\n钱进,√,事假\n孙丽华,√,√\n阿依古丽·买买提,√,√\n",
        &[
            "2026-03-05 general_meeting present present present present",
            "2026-06-05 general_meeting present leave:personal present present",
        ],
    ),
    (
        "a record of one meeting with numbers before its labels and before how many came",
        "第一支部会议纪要\n一、会议时间：2026年3月5日\n二、会议地点：会议室\n三、会议类型：支部党员大会\n四、主持人：赵文博\n五、应到党员4名，实到2名，请假2名（钱进、孙丽华）\n六、会议内容：学习条例\n",
        &["2026-03-05 general_meeting present leave leave present"],
    ),
    (
        "names in a grid, their marks in the rows below them, and a blank row between",
        "第一支部2026年3月5日主题党日签到\n赵文博,钱进\n√,病假\n\n孙丽华,阿依古丽·买买提\n孙丽华,\n",
        &["2026-03-05 theme_day present leave:sick present unrecorded"],
    ),
    (
        "names and marks in a grid, a label before each row",
        "第一支部2026年3月5日主题党日签到\n第一党小组,赵文博,钱进\n签到,√,病假\n第二党小组,孙丽华,阿依古丽·买买提\n签到,√,×\n",
        &["2026-03-05 theme_day present leave:sick present absent"],
    ),
    (
        "names in a grid with marks in their own cells",
        "第一支部2026年3月5日主题党日签到\n赵文博√,√钱进\n孙丽华（事假）,阿依古丽·买买提：病假\n",
        &["2026-03-05 theme_day present present leave:personal leave:sick"],
    ),
    (
        "names of groups in a grid, with the place to sign left blank below each",
        "第一支部2026年3月5日主题党日签到\n第一党小组\n赵文博,钱进\n（签名）,（签名）\n第二党小组\n孙丽华,阿依古丽·买买提\n",
        &["2026-03-05 theme_day present present present present"],
    ),
    (
        "a log that names some of so many who came",
        "第一支部2026年台账\n日期,会议类型,参会人员,缺席人员\n3月5日,大会,赵文博等3名党员,钱进\n3月12日,主题日,赵文博、孙丽华等4人,\n3月19日,党课,赵文博等2人,\n",
        &[
            "2026-03-05 general_meeting present absent present present",
            "2026-03-12 theme_day present present present present",
        ],
    ),
    (
        "a meeting of all groups, as the number of those due says",
        "第一支部2026年台账\n日期,会议类型,应到,实到,缺席人员\n3月5日,组会,4,3,钱进\n3月12日,党小组会,2,2,\n",
        &["2026-03-05 group_meeting present absent present present"],
    ),
    (
        "a list in which 同上 stands for what is above it",
        "第一支部2026年签到明细\n日期,会议,姓名,签到\n3月5日,党课,赵文博,√\n同上,同上,钱进,×\n〃,〃,孙丽华,√\n同上,同上,阿依古丽·买买提,√\n",
        &["2026-03-05 lecture present absent present present"],
    ),
    (
        "a log of sentences: what was held among the topics, who came in prose",
        "第一支部2026年三会一课台账\n时间,会议内容,参会情况\n3月5日,\"召开支部党员大会，学习党章\",\"应到4人，实到3人，请假1人：钱进\"\n3月12日,\"赵文博同志讲党课\",\"应到4人，实到4人\"\n3月19日,\"召开支委会，研究召开党员大会事宜\",\"应到2人，实到2人\"\n",
        &[
            "2026-03-05 general_meeting present leave present present",
            "2026-03-12 lecture present present present present",
            "2026-03-19 committee_meeting present present - -",
        ],
    ),
    (
        "a log whose kinds stand below a heading that is not counted",
        "第一支部2026年台账\n日期,会议情况,出席情况\n3月5日,召开支部党员大会,\"除钱进病假外，其余党员全部参加\"\n3月12日,开展主题党日活动,\"应到4人，实到4人\"\n",
        &[
            "2026-03-05 general_meeting present leave:sick present present",
            "2026-03-12 theme_day present present present present",
        ],
    ),
    (
        "a record that names those who came behind 出席",
        "第一支部党员大会会议记录\n时间：2026年3月5日下午2:30\n出席：赵文博、孙丽华\n缺席：阿依古丽·买买提\n请假：钱进\n列席：王大明\n",
        &["2026-03-05 general_meeting present leave present absent"],
    ),
    (
        "a record that names those who came beside 出席, a row each",
        "第一支部党员大会会议记录\n时间,2026年3月5日\n出席,赵文博\n,孙丽华\n,阿依古丽·买买提\n请假,钱进\n",
        &["2026-03-05 general_meeting present leave present present"],
    ),
    (
        "a record that names those who came beside 到会",
        "第一支部党员大会会议记录\n时间,2026年3月5日\n到会,\"赵文博、孙丽华\"\n缺席,阿依古丽·买买提\n请假,钱进\n列席,王大明\n",
        &["2026-03-05 general_meeting present leave present absent"],
    ),
    (
        "a stroke before a mark in words",
        "第一支部2026年3月考勤\n姓名,3月5日党课\n赵文博,√\n钱进,-事假\n孙丽华,√/早退\n阿依古丽·买买提,—病假\n",
        &["2026-03-05 lecture present leave:personal left_early leave:sick"],
    ),
    (
        "running numbers over people across",
        "第一支部2026年3月考勤\n序号,1,2,3,4,\n姓名,赵文博,钱进,孙丽华,阿依古丽·买买提,实到\n3月5日党员大会,√,病假,√,√,3\n3月12日党课,√,√,√,×,3\n",
        &[
            "2026-03-05 general_meeting present leave:sick present present",
            "2026-03-12 lecture present present present absent",
        ],
    ),
    (
        "days behind the numbers of the sessions",
        "第一支部2026年主题党日考勤\n姓名,第1次（3.5）,第二次（3月12日）\n赵文博,√,√\n钱进,√,事假\n孙丽华,√,√\n阿依古丽·买买提,√,√\n",
        &[
            "2026-03-05 theme_day present present present present",
            "2026-03-12 theme_day present leave:personal present present",
        ],
    ),
    (
        "those who came by groups and departments, and those who were due",
        "第一支部2026年台账\n日期,会议类型,应到人员,参会人员,未到人员\n3月5日,主题党日,,第一党小组：赵文博、钱进；第二党小组：孙丽华,阿依古丽·买买提（病假）\n3月12日,支委会,赵文博、钱进,,钱进（出差）\n3月19日,党课,,,全勤\n",
        &[
            "2026-03-05 theme_day present present present leave:sick",
            "2026-03-12 committee_meeting present leave:official - -",
            "2026-03-19 lecture present present present present",
        ],
    ),
    (
        "a log that says how many were away, and not who",
        "第一支部2026年台账\n日期,会议类型,内容,应到,实到,缺席\n3月5日,主题党日,植树,4,2,2\n3月12日,党课,党章,4,4,0\n3月19日,党课,条例,,,1\n",
        &["2026-03-12 lecture present present present present"],
    ),
    (
        "a record of one meeting that says how many were away, and not who",
        "第一支部党员大会记录\n时间,2026年3月5日\n请假,2人\n内容,学习\n",
        &[],
    ),
    (
        "an attendance sheet with a session that was put off",
        "第一支部2026年考勤\n姓名,3月5日主题党日,3月12日党课（取消）\n赵文博,√,—\n钱进,病假,—\n孙丽华,√,—\n阿依古丽·买买提,√,—\n",
        &["2026-03-05 theme_day present leave:sick present present"],
    ),
    (
        "a note below an attendance sheet says why somebody was away, once of the only session it can be of",
        "第一支部2026年3月考勤\n姓名,3月5日主题党日,3月12日党课\n赵文博,√,√\n钱进,○,√\n孙丽华,√,○\n阿依古丽·买买提,○,○\n备注：钱进因病请假；3月5日阿依古丽·买买提出差，3月12日孙丽华、阿依古丽·买买提（均为事假）。“○”为未到会。\n",
        &[
            "2026-03-05 theme_day present leave:sick present leave:official",
            "2026-03-12 lecture present present leave:personal leave:personal",
        ],
    ),
    (
        "a row for each kind of session of a member, months across",
        "第一支部2026年党员参加组织生活情况\n姓名,类别,1月,2月\n赵文博,党员大会,√,\n,主题党日,√,√\n钱进,党员大会,√,\n,主题党日,√,病假\n孙丽华,党员大会,缺席,\n,主题党日,√,√\n阿依古丽·买买提,党员大会,√,\n,主题党日,√,√\n",
        &[
            "2026-01 general_meeting present present absent present",
            "2026-01 theme_day present present present present",
            "2026-02 theme_day present leave:sick present present",
        ],
    ),
    (
        "names below a title without a header",
        "第一支部2026年3月5日主题党日参会人员名单\n赵文博,钱进（病假）\n孙丽华,\n请假：阿依古丽·买买提（出差）\n",
        &["2026-03-05 theme_day present leave:sick present leave:official"],
    ),
    (
        "numbers, names and marks below a title without a header",
        "第一支部2026年3月5日主题党日签到\n1,赵文博,√,2,钱进,病假\n3,孙丽华,孙丽华,4,阿依古丽·买买提,\n",
        &["2026-03-05 theme_day present leave:sick present unrecorded"],
    ),
    (
        "lists below each other, their labels in two cells of a row, notes between them",
        "第一支部主题党日签到表\n活动时间：2026年3月5日,,主持人：赵文博\n姓名,签名,姓名,签名\n赵文博,√,钱进,\n孙丽华,√,阿依古丽·买买提,\n病假：钱进；缺席：阿依古丽·买买提\n\n第一支部党课签到表\n活动时间：2026年3月12日,,主持人：赵文博\n姓名,签名,姓名,签名\n赵文博,√,钱进,√\n孙丽华,,阿依古丽·买买提,√\n备注：孙丽华（迟到）\n",
        &[
            "2026-03-05 theme_day present leave:sick present absent",
            "2026-03-12 lecture present present late present",
        ],
    ),
    (
        "marks that are 'struck', and one explained in words that are not understood",
        "第一支部2026年3月考勤\n姓名,3月5日主题党日,3月12日党课\n赵文博,√,√\n钱进,●,√\n孙丽华,△,√\n阿依古丽·买买提,√,■\n注：到会打“√”，病假打“●”，用△表示缺席，■家里说请假了什么\n",
        &[
            "2026-03-05 theme_day present leave:sick absent present",
            "2026-03-12 lecture present present present -",
        ],
    ),
    (
        "two meetings on one sheet, their labels in another order",
        "第一支部会议记录\n会议类型,主题党日,时间,2026年3月5日\n应到,4,实到,3\n缺席人员及原因,钱进（病假）\n\n第一支部会议登记表\n会议名称,党课\n会议时间,2026年3月12日\n应到人数,4\n实到人数,4\n未到人员,无\n",
        &[
            "2026-03-05 theme_day present leave:sick present present",
            "2026-03-12 lecture present present present present",
        ],
    ),
    (
        "a reason beside each mark",
        "第一支部考勤\n姓名,2026年3月5日主题党日,,2026年3月12日党课,\n,签到,原因,签到,原因\n赵文博,√,,√,\n钱进,请假,生病,请假,出差\n孙丽华,迟到,堵车,√,\n阿依古丽·买买提,√,,缺席,\n",
        &[
            "2026-03-05 theme_day present leave:sick late present",
            "2026-03-12 lecture present leave:official present absent",
        ],
    ),
    (
        "marks that head columns elsewhere, and sums beside the days",
        "第一支部2026年考勤\n序号,姓名,主题党日,党课,应到,实到\n,,3月5日,3月12日,,\n1,赵文博,到会,到会,2,2\n2,钱进,#,到会,2,1\n3,孙丽华,到会,#,2,1\n4,阿依古丽·买买提,到会,#,2,1\n符号说明：到会=出席 #=事假\n",
        &[
            "2026-03-05 theme_day present leave:personal present present",
            "2026-03-12 lecture present present leave:personal leave:personal",
        ],
    ),
    (
        "an export of meetings with their names beside their kinds, and of who came",
        "会议名称,会议类型,会议议题,会议开始时间,会议结束时间,会议地点,应到人数,实到人数,出席人员,请假或缺席人员\n植树,主题党日,学习两会精神,2026-03-05 14:30:00,2026-03-05 16:00:00,三楼会议室,4,2,赵文博;钱进,孙丽华（病假）;阿依古丽·买买提\n一季度党员大会,支部党员会议,总结,2026-03-12 09:00:00,2026-03-12 10:30:00,三楼会议室,4,3,赵文博;钱进;孙丽华,阿依古丽·买买提（公差）\n",
        &[
            "2026-03-05 theme_day present present leave:sick absent",
            "2026-03-12 general_meeting present present present leave:official",
        ],
    ),
    (
        "同志 behind a heading, and not behind a name",
        "第一支部2026年3月5日主题党日签到表\n序号,参会同志,签到情况\n1,赵文博同志,已签到\n2,钱进同志,请假\n3,孙丽华,已签到\n4,阿依古丽·买买提,未签到\n",
        &["2026-03-05 theme_day present leave present absent"],
    ),
    (
        "names again below a heading for those who came",
        "第一支部2026年3月5日主题党日签到表\n序号,姓名,参会党员签名\n1,赵文博,赵文博\n2,钱进,病假\n3,孙丽华,孙丽华\n4,阿依古丽·买买提,\n",
        &["2026-03-05 theme_day present leave:sick present unrecorded"],
    ),
    (
        "one row a person, the meeting's name beside its kind",
        "活动名称,活动类型,活动开始时间,活动结束时间,党员姓名,签到状态,请假原因\n清明祭英烈,志愿服务,2026-04-04 08:30,2026-04-04 11:30,赵文博,已签到,\n清明祭英烈,志愿服务,2026-04-04 08:30,2026-04-04 11:30,钱进,未签到,出差\n清明祭英烈,志愿服务,2026-04-04 08:30,2026-04-04 11:30,孙丽华,已签到,\n",
        &["2026-04-04 volunteering present leave:official present -"],
    ),
    (
        "a column each for those who left early and for leaves",
        "第一支部2026年台账\n日期,会议类型,主题,应到/实到,病假,公假,缺席,早退\n3月5日,主题党日,植树,4/3,钱进,无,无,孙丽华\n",
        &["2026-03-05 theme_day present leave:sick left_early present"],
    ),
    (
        "kinds in rows of their own, a topic that begins with another",
        "第一支部2026年组织生活台账\n序号,时间,主题,应到,实到,缺席人员及原因\n一、主题党日,,,,,\n1,3月5日,学习党章,4,3,钱进（病假）\n2,3月19日,植树,4,4,无\n二、党课,,,,,\n1,3月12日,党史,4,4,无\n",
        &[
            "2026-03-05 theme_day present leave:sick present present",
            "2026-03-12 lecture present present present present",
            "2026-03-19 theme_day present present present present",
        ],
    ),
    (
        "days in rows of their own, one of them a Monday before 组织生活会",
        "第一支部签到明细\n序号,姓名,签到\n2026年3月5日 主题党日,,\n1,赵文博,√\n2,钱进,病假\n3,孙丽华,√\n4,阿依古丽·买买提,√\n2026年3月9日 星期一组织生活会,,\n1,赵文博,√\n2,钱进,√\n3,孙丽华,缺席\n4,阿依古丽·买买提,√\n",
        &[
            "2026-03-05 theme_day present leave:sick present present",
            "2026-03-09 organization_life present present absent present",
        ],
    ),
    (
        "a lower header without merges, reasons below 未到情况",
        "第一支部2026年三会一课统计\n序号,日期,会议类别,主题,参会人数,,未到情况,,,\n,,,,应到,实到,病假,事假,公差,无故缺席\n1,3月5日,主题党日,植树,4,1,钱进,无,孙丽华,阿依古丽·买买提\n",
        &["2026-03-05 theme_day present leave:sick leave:official absent"],
    ),
    (
        "all but some, and numbers beside the names",
        "第一支部2026年组织生活情况\n时间地点,活动名称,主要内容,参会情况\n2026年3月5日下午14:30 会议室,主题党日,植树,\"除钱进（因病请假）外，全体党员参加\"\n2026年3月12日下午14:30 会议室,党课,党史,\"应到4人，实到3人，孙丽华缺席\"\n2026年3月19日,党课,党章,全体党员\n",
        &[
            "2026-03-05 theme_day present leave:sick present present",
            "2026-03-12 lecture present present absent present",
            "2026-03-19 lecture present present present present",
        ],
    ),
    (
        "those who were away in a list of their own below",
        "第一支部主题党日签到表\n时间,2026年3月5日\n序号,姓名,签名\n1,赵文博,√\n2,阿依古丽·买买提,√\n请假及缺席情况\n序号,缺席人员,缺席原因\n1,钱进,病假\n2,孙丽华,无故缺席\n",
        &["2026-03-05 theme_day present leave:sick absent present"],
    ),
    (
        "the same kind as above, and sums of a month",
        "第一支部2026年台账\n日期,会议类型,主题,应到,实到,缺席人员\n3月5日,主题党日,植树,4,3,钱进（病假）\n3月12日,同上,义诊,4,4,无\n",
        &[
            "2026-03-05 theme_day present leave:sick present present",
            "2026-03-12 theme_day present present present present",
        ],
    ),
    (
        "sums of a month among the days",
        "第一支部2026年考勤\n姓名,3月5日主题党日,3月小计,4月2日党课,4月小计\n赵文博,√,1,√,1\n钱进,病假,0,√,1\n孙丽华,√,1,√,1\n阿依古丽·买买提,√,1,缺席,0\n",
        &[
            "2026-03-05 theme_day present leave:sick present present",
            "2026-04-02 lecture present present present absent",
        ],
    ),
    (
        "both in one column",
        "第一支部2026年台账\n日期,会议类型,主题,请假人员,迟到早退人员\n3月5日,主题党日,植树,请假：钱进；缺席：孙丽华,阿依古丽·买买提（早退）\n",
        &["2026-03-05 theme_day present leave absent left_early"],
    ),
    (
        "a legend of letters in the title's brackets, against what they mean elsewhere",
        "第一支部2026年3月考勤（P到 A缺 L请假 T迟到）\n姓名,3.5主题党日\n赵文博,P\n钱进,A\n孙丽华,L\n阿依古丽·买买提,T\n",
        &["2026-03-05 theme_day present absent leave late"],
    ),
    (
        "the first sign of a legend in brackets",
        "第一支部2026年3月考勤（○缺席 △病假）\n姓名,3月5日主题党日\n赵文博,√\n钱进,○\n孙丽华,△\n阿依古丽·买买提,√\n",
        &["2026-03-05 theme_day present absent leave:sick present"],
    ),
    (
        "titles said again in every cell, between two sheets on one",
        "第一支部2026年3月主题党日签到表,第一支部2026年3月主题党日签到表\n时间,2026年3月5日\n姓名,签到\n赵文博,√\n钱进,√\n孙丽华,√\n阿依古丽·买买提,请假\n第一支部2026年3月党课签到表,第一支部2026年3月党课签到表\n时间,2026年3月12日\n姓名,签到\n赵文博,√\n钱进,缺席\n孙丽华,√\n阿依古丽·买买提,√\n",
        &[
            "2026-03-05 theme_day present present present leave",
            "2026-03-12 lecture present absent present present",
        ],
    ),
    (
        "参会党员 over several names",
        "第一支部2026年台账\n会议时间,会议名称,内容,应出席人数,实到人数,参会党员,请假人员及原因\n3月5日,主题党日,植树,4,3,\"赵文博、孙丽华、阿依古丽·买买提\",钱进（出差）\n3月12日,党课,党史,4,4,\"赵文博、钱进、孙丽华、阿依古丽·买买提\",\n",
        &[
            "2026-03-05 theme_day present leave:official present present",
            "2026-03-12 lecture present present present present",
        ],
    ),
    (
        "a unit whose name speaks of something foreign",
        "社会保险中心第一支部2026年考勤\n姓名,3月5日\n赵文博,√\n钱进,缺席\n孙丽华,√\n阿依古丽·买买提,√\n",
        &["2026-03-05 other present absent present present"],
    ),
    (
        "the time of signing in place of a mark",
        "第一支部2026年3月5日主题党日签到表\n姓名,签到时间\n赵文博,8:55\n钱进,9:10（迟到）\n孙丽华,请假\n阿依古丽·买买提,\n",
        &["2026-03-05 theme_day present late leave unrecorded"],
    ),
    (
        "kinds under 类别, below the dates",
        "第一支部\n党员,2026/3/5,2026/3/12\n类别,主题党日,党课\n赵文博,到,到\n钱进,未到,到\n孙丽华,假,到\n阿依古丽·买买提,到,迟\n",
        &[
            "2026-03-05 theme_day present absent leave present",
            "2026-03-12 lecture present present present late",
        ],
    ),
    (
        "topics that begin with their kind, and one away in the brackets of one who came",
        "第一支部2026年三会一课\n时间,内容,参加人员\n3月5日,主题党日：植树,\"赵文博、孙丽华、阿依古丽·买买提（钱进请假）\"\n3月12日,党课,全体\n",
        &[
            "2026-03-05 theme_day present leave present present",
            "2026-03-12 lecture present present present present",
        ],
    ),
    (
        "a column for each reason to be away",
        "第一支部2026年三会一课台账\n日期,会议类型,应到,实到,公假,事假,病假,缺席\n3月5日,主题党日,4,3,钱进,,,\n3月12日,党课,4,2,,孙丽华,,阿依古丽·买买提\n",
        &[
            "2026-03-05 theme_day present leave:official present present",
            "2026-03-12 lecture present present leave:personal absent",
        ],
    ),
    (
        "members of the committee who came and who did not",
        "第一支部2026年支委会记录\n时间,议题,出席委员,缺席委员\n3月3日,研究发展,\"赵文博、钱进\",无\n3月17日,研究换届,赵文博,钱进（事假）\n",
        &[
            "2026-03-03 committee_meeting present present - -",
            "2026-03-17 committee_meeting present leave:personal - -",
        ],
    ),
    (
        "digits that a list below explains",
        "第一支部2026年考勤\n姓名,3月5日党课\n赵文博,1\n钱进,2\n孙丽华,3\n阿依古丽·买买提,1\n,\n标记说明,\n1,出席\n2,请假\n3,缺席\n",
        &["2026-03-05 lecture present leave absent present"],
    ),
    (
        "those away and why, below the list",
        "第一支部2026年3月5日主题党日签到表\n序号,姓名,签名\n1,赵文博,赵文博\n2,钱进,\n3,孙丽华,\n4,阿依古丽·买买提,√\n缺席人员及原因：钱进出差、孙丽华生病\n",
        &["2026-03-05 theme_day present leave:official leave:sick present"],
    ),
    (
        "numbers of members under 应到党员, and of those on leave before their names",
        "第一支部2026年三会一课台账\n序号,时间,会议名称,应到党员,实到党员,请假党员及原因,旷会党员\n1,2026.3.5 9:00-11:00,主题党日,4,2,2人请假（钱进、孙丽华）,\n2,2026.3.12下午3点,党课,4,2,钱进（住院）,孙丽华\n",
        &[
            "2026-03-05 theme_day present leave leave present",
            "2026-03-12 lecture present leave:sick absent present",
        ],
    ),
    (
        "会议 in the corner, over the names",
        "第一支部2026年组织生活参加情况\n会议,1月15日党员大会,2月5日主题党日\n赵文博,√,√\n钱进,√,×\n孙丽华,√,√\n阿依古丽·买买提,√,√\n",
        &[
            "2026-01-15 general_meeting present present present present",
            "2026-02-05 theme_day present absent present present",
        ],
    ),
    (
        "a legend behind 注 in the title's brackets, against all that its signs mean elsewhere",
        "第一支部2026年3月考勤（注：√为迟到，○为出席，×为请假）\n姓名,3.5主题党日\n赵文博,○\n钱进,×\n孙丽华,√\n阿依古丽·买买提,○\n",
        &["2026-03-05 theme_day present leave late present"],
    ),
    (
        "entries beside 图例",
        "第一支部2026年3月考勤\n图例,√=到,Q=请假,K=旷会\n姓名,3.5主题党日\n赵文博,√\n钱进,Q\n孙丽华,K\n阿依古丽·买买提,√\n",
        &["2026-03-05 theme_day present leave absent present"],
    ),
    (
        "digits explained on a line without a word before them",
        "第一支部2026年3月考勤\n姓名,3.5主题党日\n赵文博,0\n钱进,1\n孙丽华,2\n阿依古丽·买买提,3\n0表示出席，1表示缺席，2表示请假，3表示迟到,\n",
        &["2026-03-05 theme_day present absent leave late"],
    ),
    (
        "a sign that two legends explain in ways that do not go together",
        "第一支部2026年考勤\n○请假 △迟到,\n姓名,3月5日主题党日\n赵文博,√\n钱进,○\n孙丽华,△\n阿依古丽·买买提,√\n注：○缺席,\n",
        &["2026-03-05 theme_day present - late present"],
    ),
    (
        "a time of the day on the line of the date",
        "第一支部考勤表\n序号,姓名,\"2026-03-05 09:00\n主题党日\"\n1,赵文博,√\n2,钱进,×\n3,孙丽华,√\n4,阿依古丽·买买提,√\n",
        &["2026-03-05 theme_day present absent present present"],
    ),
    (
        "a row of marks that head columns elsewhere is its member's",
        "第一支部2026年3月考勤表\n序号,姓名,3月5日主题党日,3月12日党课,3月19日党员大会\n1,赵文博,√,√,√\n2,钱进,党校学习,培训,脱产学习\n3,孙丽华,√,×,√\n4,阿依古丽·买买提,√,√,×\n",
        &[
            "2026-03-05 theme_day present leave:official present present",
            "2026-03-12 lecture present leave:official absent present",
            "2026-03-19 general_meeting present leave:official present absent",
        ],
    ),
    (
        "a legend whose entries strokes part",
        "第一支部2026年考勤表\n姓名,3月5日主题党日\n赵文博,A\n钱进,B\n孙丽华,C\n阿依古丽·买买提,D\n注：A=出席/B=病假/C=事假/D=旷会\n",
        &["2026-03-05 theme_day present leave:sick leave:personal absent"],
    ),
    (
        "a log whose kinds stand under 形式",
        "第一支部三会一课台账\n时间,形式,内容,应到人数,实到人数,缺席人员及原因\n2026-03-05,主题党日,植树,4,2,病假：孙丽华；公差：钱进\n2026-03-12,党课,党章,4,4,\n",
        &[
            "2026-03-05 theme_day present leave:official leave:sick present",
            "2026-03-12 lecture present present present present",
        ],
    ),
    (
        "dates and kinds under 姓名, with labels of their own",
        "第一支部2026年3月考勤表\n姓名,第1次,第2次\n日期,3月5日,3月12日\n会议类型,主题党日,党课\n赵文博,√,√\n钱进,×,√\n孙丽华,√,√\n阿依古丽·买买提,√,假\n",
        &[
            "2026-03-05 theme_day present absent present present",
            "2026-03-12 lecture present present present leave",
        ],
    ),
    (
        "names on two lines under a title that tells the session",
        "第一支部2026年3月5日党员大会\n参会人员：赵文博、钱进、孙丽华\n缺席人员：阿依古丽·买买提（事假）\n",
        &["2026-03-05 general_meeting present present present leave:personal"],
    ),
    (
        "a column each for those who came, were late, were excused and were away",
        "第一支部2026年3月5日主题党日考勤表\n姓名,出席,迟到,请假,缺席\n赵文博,√,,,\n钱进,,√,,\n孙丽华,,,病假,\n阿依古丽·买买提,,,,√\n",
        &["2026-03-05 theme_day present late leave:sick absent"],
    ),
    (
        "the same, counted with 1 and 0",
        "第一支部2026年3月5日主题党日考勤表\n姓名,出席,请假,缺席\n赵文博,1,0,0\n钱进,0,1,0\n孙丽华,0,0,1\n阿依古丽·买买提,1,0,0\n",
        &["2026-03-05 theme_day present leave absent present"],
    ),
    (
        "kinds over several days each, without merges",
        "第一支部2026年考勤表\n姓名,主题党日,,党课,\n,3月5日,4月2日,3月12日,4月9日\n赵文博,√,√,√,√\n钱进,×,√,√,√\n孙丽华,√,√,√,×\n阿依古丽·买买提,√,√,√,√\n",
        &[
            "2026-03-05 theme_day present absent present present",
            "2026-03-12 lecture present present present present",
            "2026-04-02 theme_day present present present present",
            "2026-04-09 lecture present present absent present",
        ],
    ),
    (
        "a room that has a kind in its name",
        "第一支部党员大会签到册（2026年3月5日19:30 党员活动室）\n姓名,签名\n赵文博,赵文博\n钱进,钱进\n孙丽华,请假\n阿依古丽·买买提,阿依古丽·买买提\n",
        &["2026-03-05 general_meeting present present leave present"],
    ),
    (
        "a log of three columns, who came in prose",
        "第一支部2026年三会一课\n日期,名称,参会情况\n3月5日,党员大会,除钱进请病假外全部参加\n3月12日,党课,全体党员参加\n",
        &[
            "2026-03-05 general_meeting present leave:sick present present",
            "2026-03-12 lecture present present present present",
        ],
    ),
    (
        "the year beside the name of the meeting",
        "第一支部签到表\n会议名称：2026年3月主题党日,,会议时间：3月5日\n姓名,签到\n赵文博,√\n钱进,√\n孙丽华,√\n阿依古丽·买买提,×\n",
        &["2026-03-05 theme_day present present present absent"],
    ),
    (
        "the year in the header only",
        "第一支部考勤表\n序号,姓名,2026年,\n,,3月5日主题党日,3月12日党课\n1,赵文博,√,√\n2,钱进,×,√\n3,孙丽华,√,√\n4,阿依古丽·买买提,√,×\n",
        &[
            "2026-03-05 theme_day present absent present present",
            "2026-03-12 lecture present present present absent",
        ],
    ),
    (
        "people across beside the numbers of people",
        "第一支部2026年考勤表\n会议类别,会议日期,应到,实到,赵文博,钱进,孙丽华,阿依古丽·买买提\n主题党日,3月5日,4,3,√,×,√,√\n党课,3月12日,4,3,√,√,√,病假\n",
        &[
            "2026-03-05 theme_day present absent present present",
            "2026-03-12 lecture present present present leave:sick",
        ],
    ),
    (
        "words for marks over names, beside a column of meetings",
        "第一支部2026年会议到会情况\n会议,到会,请假,缺席\n3月5日主题党日,\"赵文博、孙丽华\",钱进（病假）,阿依古丽·买买提\n3月12日党课,\"赵文博、钱进、孙丽华、阿依古丽·买买提\",,\n",
        &[
            "2026-03-05 theme_day present leave:sick present absent",
            "2026-03-12 lecture present present present present",
        ],
    ),
    (
        "words for marks over names, and nothing over the days",
        "第一支部2026年主题党日到会情况\n,到会,请假,缺席\n3月5日,\"赵文博、孙丽华\",钱进（病假）,阿依古丽·买买提\n3月12日,\"赵文博、钱进、孙丽华、阿依古丽·买买提\",,\n",
        &[
            "2026-03-05 theme_day present leave:sick present absent",
            "2026-03-12 theme_day present present present present",
        ],
    ),
    (
        "a log whose topics tell who came",
        "第一支部2026年三会一课台账\n日期,项目,内容\n3月5日,主题党日,应到4人，实到3人，钱进病假。植树\n3月12日,党课,应到4人，实到4人。学习党章\n",
        &[
            "2026-03-05 theme_day present leave:sick present present",
            "2026-03-12 lecture present present present present",
        ],
    ),
    (
        "there or from afar, each with a column of its own",
        "第一支部2026年3月5日主题党日签到表\n序号,姓名,现场,线上\n1,赵文博,√,\n2,钱进,,√\n3,孙丽华,病假,\n4,阿依古丽·买买提,,√\n",
        &["2026-03-05 theme_day present present leave:sick present"],
    ),
    (
        "there or from afar, below each session",
        "第一支部2026年3月考勤表\n序号,姓名,3月5日主题党日,,3月12日党课,\n,,现场,线上,现场,线上\n1,赵文博,√,,√,\n2,钱进,,√,,√\n3,孙丽华,病假,,√,\n4,阿依古丽·买买提,,√,,√\n",
        &[
            "2026-03-05 theme_day present present leave:sick present",
            "2026-03-12 lecture present present present present",
        ],
    ),
    (
        "how they came, in words",
        "第一支部2026年3月5日主题党日签到表\n序号,姓名,参会方式\n1,赵文博,现场\n2,钱进,线上\n3,孙丽华,病假\n4,阿依古丽·买买提,缺席\n",
        &["2026-03-05 theme_day present present leave:sick absent"],
    ),
    (
        "who was away, under a heading that nobody knows among words that are no marks",
        "第一支部2026年3月5日主题党日签到表\n序号,姓名,与会途径\n1,赵文博,大会议室\n2,钱进,分会场\n3,孙丽华,病假\n4,阿依古丽·买买提,缺席\n",
        &["2026-03-05 theme_day present present leave:sick absent"],
    ),
    (
        "two sessions of one kind in a month, without their days",
        "第一支部2026年3月考勤\n姓名,主题党日1,主题党日2\n赵文博,√,√\n钱进,×,√\n孙丽华,√,√\n",
        &[],
    ),
    (
        "a log that says how people came, of meetings and of no plan",
        "第一支部三会一课台账\n时间,类别,内容,到会情况\n2026年3月5日,主题党日,植树,应到4人，实到3人。钱进（病假）请假\n2026年3月12日,党课,纪律,应到4人，实到4人，其中孙丽华迟到\n",
        &[
            "2026-03-05 theme_day present leave:sick present present",
            "2026-03-12 lecture present present late present",
        ],
    ),
    (
        "a log in which kinds are ticked",
        "第一支部2026年三会一课台账\n日期,党员大会,主题党日,党课,主题,应到,实到,缺席人员\n3月5日,,√,,植树,4,3,钱进\n3月12日,,,√,纪律,4,4,\n",
        &[
            "2026-03-05 theme_day present absent present present",
            "2026-03-12 lecture present present present present",
        ],
    ),
    (
        "times of coming and going, with a word in place of one",
        "第一支部2026年3月5日主题党日签到表\n姓名,签到时间,签退时间\n赵文博,14:55,16:30\n钱进,15:20,16:30\n孙丽华,病假,\n阿依古丽·买买提,14:50,16:30\n",
        &["2026-03-05 theme_day present present leave:sick present"],
    ),
    (
        "a notice with a list of those who are to come",
        "关于召开主题党日的通知\n时间：2026年3月5日下午3点\n序号,姓名,部门\n1,赵文博,办公室\n2,钱进,就业科\n3,孙丽华,就业科\n",
        &[],
    ),
    (
        "a notice of a meeting that is still to come",
        "关于召开主题党日的通知\n时间：2026年3月5日下午3点\n地点：三楼会议室\n参加人员：全体党员\n",
        &[],
    ),
    (
        "a line above that gives each kind its day",
        "第一支部2026年3月考勤表\n主题党日：3月5日；党课：3月12日\n姓名,主题党日,党课\n赵文博,√,√\n钱进,√,病假\n孙丽华,√,√\n阿依古丽·买买提,√,√\n",
        &[
            "2026-03-05 theme_day present present present present",
            "2026-03-12 lecture present leave:sick present present",
        ],
    ),
    (
        "a note at the end of a row that says the name again",
        "第一支部2026年3月考勤表\n姓名,3月5日主题党日,备注\n赵文博,√,\n钱进,×,钱进3月5日因病请假\n孙丽华,√,\n阿依古丽·买买提,√,\n",
        &["2026-03-05 theme_day present leave:sick present present"],
    ),
    (
        "what a meeting on the net gives out",
        "会议名称,第一支部主题党日\n会议时间,2026-03-05 15:00\n参会人,入会时间,离会时间,参会时长\n赵文博,14:55,16:00,65分钟\n钱进,15:20,16:00,40分钟\n孙丽华,15:00,16:00,60分钟\n阿依古丽·买买提,15:00,16:00,60分钟\n",
        &["2026-03-05 theme_day present present present present"],
    ),
    (
        "a topic that speaks of duties tells of nobody who came to a meeting without numbers",
        "第一支部三会一课台账\n日期,会议类别,主题,应到,实到,缺席人员\n2026-03-05,主题党日,植树,4,4,无\n2026-03-12,党课,张海涛值班，延期,,,\n",
        &["2026-03-05 theme_day present present present present"],
    ),
    (
        "a legend in cells of its own",
        "第一支部2026年考勤表\n序号,姓名,3月5日主题党日\n1,赵文博,√\n2,钱进,□\n3,孙丽华,○\n4,阿依古丽·买买提,△\n注：,√出席,○病假,□缺席,△公差\n",
        &["2026-03-05 theme_day present absent leave:sick leave:official"],
    ),
    (
        "a legend down the sheet",
        "第一支部2026年考勤表\n序号,姓名,3月5日主题党日\n1,赵文博,√\n2,钱进,□\n3,孙丽华,○\n4,阿依古丽·买买提,△\n说明：\n√,出席\n○,病假\n□,缺席\n△,公差\n",
        &["2026-03-05 theme_day present absent leave:sick leave:official"],
    ),
    (
        "a legend beside the table",
        "第一支部2026年考勤表\n序号,姓名,3月5日主题党日,,符号,含义\n1,赵文博,√,,√,出席\n2,钱进,□,,○,病假\n3,孙丽华,○,,□,缺席\n4,阿依古丽·买买提,△,,△,公差\n",
        &["2026-03-05 theme_day present absent leave:sick leave:official"],
    ),
    (
        "a numbered legend",
        "第一支部2026年考勤表\n序号,姓名,3月5日主题党日\n1,赵文博,√\n2,钱进,□\n3,孙丽华,○\n4,阿依古丽·买买提,△\n备注：1.√为出席；2.○为病假；3.□为缺席；4.△为公差。\n",
        &["2026-03-05 theme_day present absent leave:sick leave:official"],
    ),
    (
        "the absent below a sign-in sheet, and its date",
        "第一支部主题党日签到表\n序号,姓名,签名\n1,赵文博,赵文博\n2,钱进,\n3,孙丽华,\n4,阿依古丽·买买提,阿依古丽·买买提\n请假人员：钱进（病假）\n缺席人员：孙丽华\n时间：2026年3月5日\n填表日期：2026年4月1日\n",
        &["2026-03-05 theme_day present leave:sick absent present"],
    ),
    (
        "the date at the right above a sign-in sheet, the hour beside each name",
        "第一支部主题党日签到表\n,,日期：2026.3.5\n序号,姓名,签到时间,签名\n1,赵文博,8:50,赵文博\n2,钱进,8:51,钱进\n3,孙丽华,8:52,孙丽华\n4,阿依古丽·买买提,8:53,阿依古丽·买买提\n",
        &["2026-03-05 theme_day present present present present"],
    ),
    (
        "a branch that calls itself by its committee, labels with spaces for colons",
        "中共清河县人社局第一支部委员会主题党日签到表\n时间 2026年3月5日  地点 三楼会议室  主持人：赵文博\n姓名,签到\n赵文博,√\n钱进,请假。\n孙丽华,“√”\n阿依古丽·买买提,×\n",
        &["2026-03-05 theme_day present leave present absent"],
    ),
    (
        "the sheet below says its own kind, and nothing of the day",
        "第一支部2026年3月5日主题党日签到表\n姓名,签到\n赵文博,√\n钱进,×\n\n第一支部党课签到表\n姓名,签到\n赵文博,√\n钱进,√\n",
        &["2026-03-05 theme_day present absent - -"],
    ),
    (
        "one title for two groups' lists",
        "第一支部2026年3月5日主题党日签到表\n第一党小组\n姓名,签到\n赵文博,√\n钱进,×\n\n第二党小组\n姓名,签到\n孙丽华,√\n阿依古丽·买买提,√\n",
        &["2026-03-05 theme_day present absent present present"],
    ),
    (
        "marks that end in a full stop beside words for leave that head columns",
        "第一支部2026年考勤表\n姓名,3月5日主题党日,3月12日党课,3月19日党员大会\n赵文博,√,请假。,请假（病假）\n钱进,请假。,√,请假（事假）\n孙丽华,√,√,√\n阿依古丽·买买提,请假。,请假。,请假。\n",
        &[
            "2026-03-05 theme_day present leave present leave",
            "2026-03-12 lecture leave present present leave",
            "2026-03-19 general_meeting leave:sick leave:personal present leave",
        ],
    ),
    (
        "one column for the numbers, and headings in other words",
        "第一支部2026年三会一课台账\n会议召开时间,组织生活类别,会议主要内容,会议主持人姓名,应到/实到,请假党员姓名及原因,缺席党员姓名\n2026年度3月5日,主题党日,学习,赵文博,4/2,钱进（病假）,孙丽华\n",
        &["2026-03-05 theme_day present leave:sick absent present"],
    ),
    (
        "the mark before the name",
        "第一支部签到明细\n签到情况,会议类型,会议内容,日期,姓名\n出席,主题党日,学习,2026-03-05,赵文博\n缺席,主题党日,学习,2026-03-05,钱进\n迟到,主题党日,学习,2026-03-05,孙丽华\n出席,主题党日,学习,2026-03-05,阿依古丽·买买提\n",
        &["2026-03-05 theme_day present absent late present"],
    ),
    (
        "sessions down under the word 姓名, their marks in words that sums have too",
        "第一支部2026年考勤表\n姓名,赵文博,钱进,孙丽华,阿依古丽·买买提\n3月5日主题党日,出席,缺席,出席,迟到\n3月12日党课,缺席,出席,出席,出席\n合计,1,1,2,2\n",
        &[
            "2026-03-05 theme_day present absent present late",
            "2026-03-12 lecture absent present present present",
        ],
    ),
    (
        "a header whose merges were taken apart and filled",
        "第一支部2026年3月考勤表\n序号,姓名,5,12\n序号,姓名,主题党日,党课\n1,赵文博,√,√\n2,钱进,×,√\n3,孙丽华,√,√\n4,阿依古丽·买买提,√,×\n",
        &[
            "2026-03-05 theme_day present absent present present",
            "2026-03-12 lecture present present present absent",
        ],
    ),
    (
        "the number of a day over two columns, its merge taken apart",
        "第一支部2026年3月考勤表\n姓名,5,,应到次数\n,主题党日,党课,\n赵文博,√,√,2\n钱进,×,√,2\n孙丽华,√,√,2\n阿依古丽·买买提,√,×,2\n",
        &[
            "2026-03-05 lecture present present present absent",
            "2026-03-05 theme_day present absent present present",
        ],
    ),
    (
        "sums in more words",
        "第一支部2026年考勤表\n姓名,3月5日主题党日\n赵文博,1\n钱进,0\n孙丽华,1\n阿依古丽·买买提,1\n出席人次,3\n本次到会人数（人）,3\n应到/实到,4/3\n",
        &["2026-03-05 theme_day present absent present present"],
    ),
    (
        "names with 同志 and with a post",
        "第一支部2026年考勤表\n姓名,3月5日主题党日\n赵文博（书记）,√√\n钱进同志,没有来\n孙丽华*,√\n阿依古丽·买买提,迟到5分\n",
        &["2026-03-05 theme_day present absent present late"],
    ),
    (
        "numbered and starred names",
        "第一支部2026年考勤表\n姓名,3月5日主题党日\n1.赵文博,√\n2.钱进,×\n3、孙丽华,√\n*阿依古丽·买买提,√\n",
        &["2026-03-05 theme_day present absent present present"],
    ),
    (
        "a log of months and days",
        "第一支部三会一课台账（2026年）\n月,日,会议类别,主题,应到,实到,缺席人员及原因\n3,5,主题党日,学习,4,3,钱进（病假）\n",
        &["2026-03-05 theme_day present leave:sick present present"],
    ),
    (
        "a log that says who came in one column",
        "第一支部2026年三会一课台账\n日期,会议类型,主题,出席情况\n3月5日,主题党日,学习,应到4人，实到2人，钱进请假，孙丽华缺席\n3月12日,党课,学习,应到4人，实到4人\n",
        &[
            "2026-03-05 theme_day present leave absent present",
            "2026-03-12 lecture present present present present",
        ],
    ),
    (
        "somebody whose name is not right, of whom nothing follows",
        "第一支部2026年三会一课台账\n日期,会议类型,主题,应到,实到,缺席人员\n3月5日,主题党日,学习,4,3,孙丽花（病假）\n",
        &["2026-03-05 theme_day present present - present"],
    ),
    (
        "a title over two years",
        "第一支部2025年12月—2026年1月考勤表\n序号,姓名,12月5日主题党日,1月12日党课\n1,赵文博,√,√\n2,钱进,×,√\n3,孙丽华,√,√\n4,阿依古丽·买买提,√,×\n",
        &[
            "2025-12-05 theme_day present absent present present",
            "2026-01-12 lecture present present present absent",
        ],
    ),
    // Which of the two years, nobody can tell.
    (
        "a title that names two years and no month",
        "第一支部2025-2026年度考勤表\n序号,姓名,12月5日主题党日\n1,赵文博,√\n2,钱进,×\n",
        &[],
    ),
    (
        "notes that say why, in a sheet of one session",
        "第一支部2026年考勤表\n序号,姓名,3月5日主题党日,备注\n1,赵文博,√,迟到\n2,钱进,×,病假\n3,孙丽华,√,\n4,阿依古丽·买买提,×,\n",
        &["2026-03-05 theme_day late leave:sick present absent"],
    ),
    (
        "reasons for the one session that was missed",
        "第一支部2026年考勤表\n姓名,3月5日主题党日,3月12日党课,请假原因\n赵文博,√,请假,出差\n钱进,×,√,病假\n孙丽华,请假,请假,事假\n阿依古丽·买买提,√,√,\n",
        &[
            "2026-03-05 theme_day present leave:sick leave present",
            "2026-03-12 lecture leave:official present leave present",
        ],
    ),
    (
        "a log with a column of years",
        "第一支部三会一课台账\n年度,月份,日期,会议类型,主题,应到,实到,缺席人员\n2026,3,5,主题党日,学习,4,3,钱进\n2026年,3,3月12日,党课,学习,4,4,无\n",
        &[
            "2026-03-05 theme_day present absent present present",
            "2026-03-12 lecture present present present present",
        ],
    ),
    (
        "dates and kinds in two header rows",
        "第一支部2026年考勤表\n序号,姓名,3月5日,3月12日\n,,主题党日,党课\n1,赵文博,√,×\n2,钱　进,迟到,√\n3,孙丽华,病假,√\n4,阿依古丽·买买提,出差,√\n",
        &[
            "2026-03-05 theme_day present late leave:sick leave:official",
            "2026-03-12 lecture absent present present present",
        ],
    ),
    (
        "days under a month",
        "第一支部2026年3月考勤表\n姓名,5,12\n,主题党日,党课\n赵文博,√,×\n钱进,√,√\n孙丽华,√,√\n阿依古丽·买买提,√,√\n",
        &[
            "2026-03-05 theme_day present present present present",
            "2026-03-12 lecture absent present present present",
        ],
    ),
    (
        "nothing over the names",
        "第一支部2026年3月考勤表\n,3月5日主题党日\n赵文博,√\n钱进,×\n孙丽华,√\n阿依古丽·买买提,√\n",
        &["2026-03-05 theme_day present absent present present"],
    ),
    (
        "an unknown heading over the names",
        "第一支部2026年3月考勤表\n编号,咱支部的人,3月5日主题党日\n1,赵文博,√\n2,钱进,×\n3,孙丽华,√\n4,阿依古丽·买买提,√\n",
        &["2026-03-05 theme_day present absent present present"],
    ),
    (
        "two halves side by side",
        "第一支部2026年考勤表\n姓名,3月5日主题党日,姓名,3月5日主题党日\n赵文博,√,孙丽华,×\n钱进,×,阿依古丽·买买提,√\n",
        &["2026-03-05 theme_day present absent absent present"],
    ),
    (
        "date and kind labelled above the names",
        "第一支部2026年考勤表\n时间,,3月5日,3月12日\n内容,,主题党日,党课\n序号,姓名,签到,签到\n1,赵文博,√,√\n2,钱进,×,√\n3,孙丽华,√,√\n4,阿依古丽·买买提,√,√\n",
        &[
            "2026-03-05 theme_day present absent present present",
            "2026-03-12 lecture present present present present",
        ],
    ),
    (
        "labels at the left, a topic for one session only, columns for later",
        "党员考勤表\n填报单位：,,第一支部\n时间,,2026-03-05,2026-03-12\n会议类别,,主题党日,党课\n主题,,全国两会精神学习,\n序号,姓名,签到,签到,签到\n1,赵文博,√,△\n2,钱进,病假,×\n3,孙丽华,√,/\n4,阿依古丽·买买提,√,√\n",
        &[
            "2026-03-05 theme_day present leave:sick present present",
            "2026-03-12 lecture late absent not_due present",
        ],
    ),
    (
        "signed in and signed out",
        "第一支部主题党日签到表\n时间：2026年3月5日\n姓名,签到,签退\n赵文博,√,√\n钱进,√,早退\n孙丽华,病假,\n阿依古丽·买买提,√,\n",
        &["2026-03-05 theme_day present left_early leave:sick present"],
    ),
    (
        "a table a kind, the year above the first",
        "第一支部2026年考勤表\n一、主题党日\n姓名,3月5日\n赵文博,√\n钱进,×\n孙丽华,√\n阿依古丽·买买提,√\n\n二、党课\n姓名,3月12日\n赵文博,√\n钱进,√\n孙丽华,√\n阿依古丽·买买提,×\n",
        &[
            "2026-03-05 theme_day present absent present present",
            "2026-03-12 lecture present present present absent",
        ],
    ),
    (
        "sessions down, members across, under their groups",
        "第一支部2026年参会登记\n时间,活动名称,第一党小组,,第二党小组,\n,,赵文博,钱进,孙丽华,阿依古丽·买买提\n2026.3.5,主题党日,√,×,√,公差\n2026.3.12,党课,√,√,√,√\n",
        &[
            "2026-03-05 theme_day present absent present leave:official",
            "2026-03-12 lecture present present present present",
        ],
    ),
    (
        "a legend of its own, without a word before it",
        "第一支部2026年3月考勤表\n√出席 ○缺席 △请假\n姓名,3月5日主题党日\n赵文博,√\n钱进,○\n孙丽华,△\n阿依古丽·买买提,√\n",
        &["2026-03-05 theme_day present absent leave present"],
    ),
    (
        "names two up, the note says why",
        "第一支部主题党日签到表\n会议时间,2026年3月5日,会议地点,三楼\n姓名,签到,备注,姓名,签到,备注\n赵文博,赵文博,,孙丽华,,病假\n钱进,钱进,迟到,阿依古丽·买买提,,缺席\n",
        &["2026-03-05 theme_day present late leave:sick absent"],
    ),
    (
        "signatures in a grid",
        "第一支部主题党日签到表\n时间：2026.3.5 14:30\n参会人员签名\n赵文博,孙丽华\n阿依古丽·买买提,\n",
        &["2026-03-05 theme_day present - present present"],
    ),
    (
        "the absent in prose by reason",
        "第一支部2026年三会一课台账\n日期,会议类型,应到,实到,缺席人员及原因\n3月5日,主题党日,4,1,病假：钱进；出差：孙丽华；无故缺席：阿依古丽·买买提\n",
        &["2026-03-05 theme_day present leave:sick leave:official absent"],
    ),
    (
        "the absent numbered, each with a reason",
        "第一支部2026年三会一课台账\n日期,会议类型,应到,实到,请假及缺席情况\n3月5日,主题党日,4,2,\"1.钱进（生病住院）\n2.孙丽华（无故）\"\n",
        &["2026-03-05 theme_day present leave:sick absent present"],
    ),
    (
        "a column a reason",
        "第一支部2026年三会一课台账\n日期,会议类型,应到,实到,病假,公差人员,缺席\n3月5日,主题党日,4,1,钱进,孙丽华,阿依古丽·买买提\n",
        &["2026-03-05 theme_day present leave:sick leave:official absent"],
    ),
    (
        "a group's meeting",
        "第一支部2026年三会一课台账\n日期,类别,主题,应到,实到,请假\n3月6日,第一党小组会,学习,2,1,钱进(病)\n",
        &["2026-03-06 group_meeting present leave:sick - -"],
    ),
    (
        "a committee's meeting",
        "第一支部2026年三会一课台账\n召开时间,会议类别,议题,应到人数,实到人数,未到人员及原因\n2026-03-02 09:00,支部委员会会议,研究,2,1,钱进(公出)\n",
        &["2026-03-02 committee_meeting present leave:official - -"],
    ),
    (
        "one meeting, labels down the sheet",
        "第一支部会议记录\n会议时间,2026年3月5日\n会议类别,主题党日\n主持人,赵文博\n应到人数,4,实到人数,3\n请假人员,钱进（病假）\n会议内容,学习两会精神。\n",
        &["2026-03-05 theme_day present leave:sick present present"],
    ),
    (
        "punches of a terminal",
        "签到时间,活动,姓名,状态\n2026-03-05 14:21:11,主题党日,赵文博,正常\n2026-03-05 14:35:00,主题党日,钱进,迟到\n2026-03-05 14:20:59,主题党日,孙丽华,正常\n",
        &["2026-03-05 theme_day present late present -"],
    ),
    (
        "marks in words",
        "第一支部2026年3月考勤表\n姓名,3月5日主题党日\n赵文博,√（迟到）\n钱进,请假（病）\n孙丽华,中途离会\n阿依古丽·买买提,免于考勤\n",
        &["2026-03-05 theme_day late leave:sick left_early exempt"],
    ),
    (
        "a note that names the absent",
        "第一支部2026年三会一课台账\n日期,会议类型,主题,备注\n3月5日,主题党日,学习,钱进病假\n",
        &["2026-03-05 theme_day present leave:sick present present"],
    ),
    (
        "what became of somebody in brackets after the name",
        "第一支部主题党日签到表\n时间：2026年3月5日\n姓名,签名\n赵文博,赵文博\n钱进（迟到）,\n孙丽华（病假）,\n阿依古丽·买买提,√\n",
        &["2026-03-05 theme_day present late leave:sick present"],
    ),
    (
        "a column each for those who came, were on leave and were absent, below each session",
        "第一支部2026年考勤\n姓名,3月5日主题党日,,,3月12日党课,,\n,出席,请假,缺席,到会,请假,旷会\n赵文博,√,,,√,,\n钱进,,病假,,,√,\n孙丽华,,√,,√,,\n阿依古丽·买买提,√,,,,,√\n",
        &[
            "2026-03-05 theme_day present leave:sick leave present",
            "2026-03-12 lecture present leave present absent",
        ],
    ),
    (
        "a column each for those who were away alone: whoever is not ticked came",
        "第一支部主题党日签到表\n时间：2026年3月5日\n姓名,病假,事假,缺席\n赵文博,,,\n钱进,○,,\n孙丽华,,○,\n阿依古丽·买买提,,,○\n",
        &["2026-03-05 theme_day present leave:sick leave:personal absent"],
    ),
    (
        "1 for a tick, below headings for marks",
        "第一支部主题党日签到表\n时间：2026年3月5日\n序号,姓名,到会,迟到,病假,出差\n1,赵文博,1,,,\n2,钱进,,,1,\n3,孙丽华,,1,,\n4,阿依古丽·买买提,,,1,\n",
        &["2026-03-05 theme_day present leave:sick late leave:sick"],
    ),
    (
        "sessions that are numbered, and explained below",
        "第一支部考勤登记\n姓名,第1次,第2次\n赵文博,√,√\n钱进,×,√\n孙丽华,√,病假\n阿依古丽·买买提,√,√\n第1次：2026年3月5日 主题党日\n第2次：2026年3月12日 党课\n",
        &[
            "2026-03-05 theme_day present absent present present",
            "2026-03-12 lecture present present leave:sick present",
        ],
    ),
    (
        "a morning and an afternoon",
        "第一支部2026年考勤\n姓名,3月5日,,3月12日\n,上午,下午,上午\n,主题党日,党课,集中学习\n赵文博,√,√,√\n钱进,×,√,√\n孙丽华,√,事假,√\n阿依古丽·买买提,√,√,迟到\n",
        &[
            "2026-03-05 lecture present present leave:personal present",
            "2026-03-05 theme_day present absent present present",
            "2026-03-12 study present present present late",
        ],
    ),
    (
        "people in cells of their own beside what became of them",
        "第一支部主题党日参会情况\n时间,2026年3月5日\n出席人员,赵文博,孙丽华\n病假人员,钱进\n早退人员,阿依古丽·买买提\n",
        &["2026-03-05 theme_day present leave:sick present left_early"],
    ),
    (
        "people in cells of their own below a list",
        "第一支部主题党日签到表\n时间：2026年3月5日\n姓名,签到\n赵文博,√\n钱进,\n孙丽华,\n阿依古丽·买买提,√\n请假人员,钱进,孙丽华\n",
        &["2026-03-05 theme_day present leave leave present"],
    ),
    (
        "who left early in a column of their own",
        "第一支部2026年三会一课台账\n日期,会议类型,应到,实到,请假人员,早退人员\n3月5日,主题党日,4,3,1人：钱进（病假）,孙丽华\n3月12日,党课,4,2,2人（钱进、孙丽华）,无\n",
        &[
            "2026-03-05 theme_day present leave:sick left_early present",
            "2026-03-12 lecture present leave leave present",
        ],
    ),
    (
        "signed in and out at times of the day",
        "第一支部主题党日签到表\n时间：2026年3月5日\n姓名,签到时间,签退时间,备注\n赵文博,8:55,11:02,\n钱进,,,病假\n孙丽华,9:20,11:00,迟到\n阿依古丽·买买提,8:40,,\n",
        &["2026-03-05 theme_day present leave:sick late present"],
    ),
    (
        "an export with days under a heading of its own, and times of the day beside them",
        "人员,打卡于,活动名称,会议开始的那天,结果\n赵文博,08:44,主题党日,2026-03-05,正常\n钱进,,主题党日,2026-03-05,病假\n孙丽华,09:12,主题党日,2026-03-05,迟到\n阿依古丽·买买提,08:50,主题党日,2026-03-05,正常\n",
        &["2026-03-05 theme_day present leave:sick late present"],
    ),
    (
        "days of the title's month right before the kinds",
        "第一支部2026年3月考勤\n姓名,5主题党日,12 党课\n赵文博,√,√\n钱进,×,√\n孙丽华,√,√\n阿依古丽·买买提,√,√\n",
        &[
            "2026-03-05 theme_day present absent present present",
            "2026-03-12 lecture present present present present",
        ],
    ),
    (
        "people across below their offices, in a file without merges, with marks of a program",
        "第一支部会议签到汇总\n日期,会议类型,办公室,,就业股,\n,,赵文博,钱进,孙丽华,阿依古丽·买买提\n2026—3—5,主题党日,TRUE,FALSE,TRUE,TRUE\n2026-03-12,党课,TRUE,TRUE,TRUE,FALSE\n",
        &[
            "2026-03-05 theme_day present absent present present",
            "2026-03-12 lecture present present present absent",
        ],
    ),
    (
        "a table each member, whose name stands above it",
        "第一支部党员个人参加组织生活登记表\n姓名：钱进\n日期,会议类型,主题,参加情况\n2026年3月5日,主题党日,植树,√\n2026年3月12日,党课,讲党课,病假\n\n姓名：孙丽华\n日期,会议类型,主题,参加情况\n2026年3月5日,主题党日,植树,√\n2026年3月12日,党课,讲党课,缺席\n",
        &["2026-03-05 theme_day - present present -", "2026-03-12 lecture - leave:sick absent -"],
    ),
    (
        "a list of leaves alone says nothing of the others",
        "第一支部2026年请假登记台账\n序号,姓名,请假日期,会议名称,请假事由,批准人\n1,钱进,2026年3月5日,主题党日,生病住院,赵文博\n2,孙丽华,2026年3月5日,主题党日,接孩子,赵文博\n",
        &["2026-03-05 theme_day - leave:sick leave -"],
    ),
    (
        "reasons alone in a list of all, left blank for those who came",
        "第一支部2026年参会明细\n姓名,日期,会议类型,缺席原因\n赵文博,3月5日,主题党日,\n钱进,3月5日,主题党日,生病\n孙丽华,3月5日,主题党日,\n阿依古丽·买买提,3月5日,主题党日,\n",
        &["2026-03-05 theme_day present leave:sick present present"],
    ),
    (
        "those who were absent, alone",
        "第一支部2026年3月5日主题党日未到会人员名单\n姓名,原因\n钱进,病假\n孙丽华,\n",
        &["2026-03-05 theme_day - leave:sick absent -"],
    ),
    (
        "who came and who did not to each study",
        "第一支部2026年集中学习登记\n日期,学习内容,参学人员,未参学人员及原因\n3月5日,党章,赵文博、孙丽华,钱进（病假）、阿依古丽·买买提（事假）\n3月12日,条例,全体党员,无\n",
        &[
            "2026-03-05 study present leave:sick present leave:personal",
            "2026-03-12 study present present present present",
        ],
    ),
    (
        "what became of somebody in brackets, in a list without marks",
        "第一支部主题党日参会人员名单\n时间：2026年3月5日\n姓名,部门\n赵文博,办公室\n钱进（病假）,办公室\n",
        &["2026-03-05 theme_day present leave:sick - -"],
    ),
    (
        "numbers before the kinds that count the sessions",
        "第一支部2026年3月考勤\n姓名,1主题党日,2党课\n赵文博,√,√\n钱进,×,√\n孙丽华,√,√\n阿依古丽·买买提,√,病假\n",
        &[
            "2026-03 lecture present present present leave:sick",
            "2026-03 theme_day present absent present present",
        ],
    ),
    (
        "blank cells that the sheet explains",
        "第一支部2026年考勤\n姓名,3月5日主题党日\n赵文博,\n钱进,病假\n孙丽华,\n阿依古丽·买买提,缺席\n注：表内空白的为按时参会\n",
        &["2026-03-05 theme_day present leave:sick present absent"],
    ),
    (
        "one column for two days says nothing of either",
        "第一支部2026年考勤表\n姓名,3月5日、3月12日主题党日\n赵文博,√\n钱进,×\n",
        &[],
    ),
    (
        "not ours, though it has names and ticks",
        "第一支部2026年党费缴纳登记表\n姓名,1月,2月\n赵文博,√,√\n钱进,√,√\n",
        &[],
    ),
    (
        "lists side by side whose people stand under a heading that nobody knows, the last of them short",
        "第一支部2026年3月5日主题党日\n编号,谁,签到,编号,谁,签到\n1,赵文博,√,4,阿依古丽·买买提,迟到\n2,钱进,病假,,,\n3,孙丽华,√,,,\n",
        &["2026-03-05 theme_day present leave:sick present late"],
    ),
    (
        "neither the people's heading nor that of their marks is known",
        "第一支部2026年3月5日主题党日\n编号,谁,怎样,备注\n1,赵文博,√,\n2,钱进,病假,\n3,孙丽华,√,\n4,阿依古丽·买买提,缺席,\n",
        &["2026-03-05 theme_day present leave:sick present absent"],
    ),
    (
        "people under an unknown heading beside sessions marked with 1 and 0",
        "第一支部2026年考勤\n序号,谁,3月5日主题党日,3月12日党课\n1,赵文博,1,1\n2,钱进,0,1\n3,孙丽华,1,1\n4,阿依古丽·买买提,1,病假\n",
        &[
            "2026-03-05 theme_day present absent present present",
            "2026-03-12 lecture present present present leave:sick",
        ],
    ),
    (
        "people under an unknown heading, one row a person and session",
        "第一支部签到明细\n日期,会议类别,谁,状态\n2026-03-05,主题党日,赵文博,到\n2026-03-05,主题党日,钱进,病假\n2026-03-05,主题党日,孙丽华,到\n2026-03-12,党课,赵文博,到\n2026-03-12,党课,钱进,缺席\n",
        &["2026-03-05 theme_day present leave:sick present -", "2026-03-12 lecture present absent - -"],
    ),
    (
        "the absent under an unknown heading, as many as the numbers say",
        "第一支部三会一课台账\n日期,会议类别,应到,实到,没来的是哪些\n2026-03-05,主题党日,4,3,钱进（病假）\n2026-03-12,党课,4,4,\n2026-03-19,党员大会,4,2,钱进、孙丽华（出差）\n",
        &[
            "2026-03-05 theme_day present leave:sick present present",
            "2026-03-12 lecture present present present present",
            "2026-03-19 general_meeting present absent leave:official present",
        ],
    ),
    (
        "those on leave under an unknown heading beside the absent",
        "第一支部三会一课台账\n日期,会议类别,应到,实到,打了招呼的,缺席人员\n2026-03-05,主题党日,4,2,钱进,孙丽华\n2026-03-12,党课,4,3,钱进（病假）,\n2026-03-19,党员大会,4,4,,\n",
        &[
            "2026-03-05 theme_day present leave absent present",
            "2026-03-12 lecture present leave:sick present present",
            "2026-03-19 general_meeting present present present present",
        ],
    ),
    (
        "people across, the days and the topics under unknown headings",
        "第一支部2026年考勤\n哪一天呢,活动类型,说什么,赵文博,钱进,孙丽华,阿依古丽·买买提\n2026-03-05,主题党日,参观烈士陵园,到,病假,到,到\n2026-03-12,党课,廉政警示教育,到,到,到,缺席\n",
        &[
            "2026-03-05 theme_day present leave:sick present present",
            "2026-03-12 lecture present present present absent",
        ],
    ),
    (
        "who was away makes up for it another day, which says nothing of that meeting but why they were",
        "第一支部缺席补课登记表\n姓名,缺席会议名称,会议时间,缺席原因,补课时间,补课内容,补课人签字\n赵文博,党课,2026-03-05,病假,2026-03-12,党章,赵文博\n钱进,主题党日,2026-03-12,出差,2026-03-20,录像,钱进\n",
        &["2026-03-05 lecture leave:sick - - -", "2026-03-12 theme_day - leave:official - -"],
    ),
    (
        "an export of those who signed, of whom one did not",
        "会议签到导出\n会议名称,3月主题党日\n序号,姓名,签到时间,签到状态\n1,赵文博,2026-03-05 14:10,已签到\n2,钱进,2026-03-05 14:11,迟到签到\n3,孙丽华,2026-03-05 14:12,已签到\n4,阿依古丽·买买提,,未签到\n",
        &["2026-03-05 theme_day present late present absent"],
    ),
    (
        "a register of leaves in rows of meetings: nobody else is said to have come",
        "第一支部2026年3月请假登记簿\n序号,请假人,请假日期,会议名称,请假事由,批准人,销假情况\n1,赵文博,3月5日,党课,出差,钱进,已销假\n2,钱进,3月12日,主题党日,病假,赵文博,\n",
        &["2026-03-05 lecture leave:official - - -", "2026-03-12 theme_day - leave:sick - -"],
    ),
    (
        "a register of those who came late or left early: nobody else is said to have come",
        "第一支部迟到早退登记\n日期,会议名称,迟到人员,早退人员\n2026-03-05,党课,钱进,\n2026-03-12,主题党日,,孙丽华（接孩子）\n",
        &["2026-03-05 lecture - late - -", "2026-03-12 theme_day - - left_early -"],
    ),
    (
        "how many should have studied and did",
        "第一支部2026年集中学习登记表\n学习时间,学习内容,参学人员,缺学人员及原因\n2026年3月5日,党章,\"应学4人，实学3人\",钱进（出差）\n",
        &["2026-03-05 study present leave:official present present"],
    ),
    (
        "meetings across, with words for all of those who came",
        "党员活动考勤（第一支部）\n日期,2026/3/5,2026/3/12,2026/3/19\n活动,党员大会,党课,主题党日\n参加人员,全体,除钱进（病假）外全体,全体\n主持人,赵文博,赵文博,钱进\n",
        &[
            "2026-03-05 general_meeting present present present present",
            "2026-03-12 lecture present leave:sick present present",
            "2026-03-19 theme_day present present present present",
        ],
    ),
    (
        "those who came and those who were due in one column",
        "第一支部主题党日一览表（2026年）\n时间,主题,参加人数/应到人数,未参加人员及原因\n3月5日,学习,3/4,钱进（病）\n3月12日,植树,4/4,无\n",
        &[
            "2026-03-05 theme_day present leave:sick present present",
            "2026-03-12 theme_day present present present present",
        ],
    ),
    (
        "the month at the right of a row of labels, above two rows of headings",
        "党员学习考勤表\n单位：第一支部,,2026年3月\n姓名,第一周,第二周\n,3月4日,3月11日\n赵文博,√,√\n钱进,√,公\n",
        &["2026-03-04 study present present - -", "2026-03-11 study present leave:official - -"],
    ),
    (
        "names below a heading that speaks of signing, and marks below one that asks",
        "第一支部主题党日签到表\n2026年3月5日\n序号,姓名/签名,到没到会\n1,赵文博,√\n2,钱进,病假\n3,孙丽华,×\n",
        &["2026-03-05 theme_day present leave:sick absent -"],
    ),
    (
        "labels that are not known, before the day and before a topic that names a kind",
        "第一支部支委会签到表\n何时开的,2026年3月5日,会议地点,会议室\n主持人,赵文博,讲什么,学习党章第一章\n序号,姓名,签名\n1,赵文博,赵文博\n2,钱进,钱进\n\n第一支部支委会签到表\n何时开的,2026年3月12日,会议地点,会议室\n主持人,赵文博,讲什么,参观烈士陵园\n序号,姓名,签名\n1,赵文博,赵文博\n2,钱进,出差\n",
        &[
            "2026-03-05 committee_meeting present present - -",
            "2026-03-12 committee_meeting present leave:official - -",
        ],
    ),
    (
        "a word for those who came at the head of the names",
        "第一支部2026年考勤\n序号,参加党员,3月5日主题党日\n1,赵文博,√\n2,钱进,病假\n3,孙丽华,√\n4,阿依古丽·买买提,√\n",
        &["2026-03-05 theme_day present leave:sick present present"],
    ),
    (
        "kinds under an unknown heading, topics under one for kinds",
        "第一支部三会一课台账\n日期,开的什么会,会议名称,应到,实到,缺席人员\n2026-03-05,主题党日,参观烈士陵园,4,3,钱进（病假）\n2026-03-12,党课,廉政警示教育,4,4,\n",
        &[
            "2026-03-05 theme_day present leave:sick present present",
            "2026-03-12 lecture present present present present",
        ],
    ),
    (
        "days before the topics of a log",
        "第一支部2026年3月三会一课台账\n类别,主题,应到,实到,缺席人员\n主题党日,3月5日参观烈士陵园,4,3,钱进（病假）\n党课,3月12日廉政警示教育,4,4,\n",
        &[
            "2026-03-05 theme_day present leave:sick present present",
            "2026-03-12 lecture present present present present",
        ],
    ),
    (
        "what meetings were about below their days, in words that head fields of members",
        "第一支部2026年考勤表\n姓名,3月5日,3月12日\n,党员大会,主题党日\n,讨论预备党员转正,研究事项\n赵文博,√,√\n钱进,病假,√\n",
        &["2026-03-05 general_meeting present leave:sick - -", "2026-03-12 theme_day present present - -"],
    ),
    (
        "whole meetings of groups below their months",
        "第一支部2026年考勤表\n姓名,3月,\n,党课,党小组全体会\n赵文博,√,√\n钱进,病假,√\n孙丽华,√,√\n阿依古丽·买买提,√,√\n",
        &[
            "2026-03 group_meeting present present present present",
            "2026-03 lecture present leave:sick present present",
        ],
    ),
    (
        "a committee whose branch is named by 中共, and the month between",
        "中共第一党支部2026年3月支部委员会签到表\n时间：2026年3月5日\n姓名,签名\n赵文博,赵文博\n钱进,病假\n",
        &["2026-03-05 committee_meeting present leave:sick - -"],
    ),
    (
        "people under a heading that nobody knows, beside signatures under one that could be for them",
        "第一支部2026年3月5日主题党日签到表\n序号,今日到场,参会党员签名,其他事项\n1,赵文博,赵文博,\n2,钱进,病假,\n3,孙丽华,孙丽华,\n4,阿依古丽·买买提,,\n",
        &["2026-03-05 theme_day present leave:sick present unrecorded"],
    ),
    (
        "no heading that anybody knows, below a label nobody knows, above what is counted from 1",
        "第一支部主题党日签到表\n举办那天,2026年3月5日,在哪个屋,会议室\n谁牵头的,赵文博,说了哪些事,参观烈士陵园\n顺位,队里的人,画个押\n1,赵文博,赵文博\n2,钱进,病假\n3,孙丽华,孙丽华\n",
        &["2026-03-05 theme_day present leave:sick present -"],
    ),
    (
        "marks under a word for how many came, in lists side by side of which the last is short",
        "第一支部2026年3月5日主题党日签到表\n序号,登记对象,实到与否一栏,序号,登记对象,实到与否一栏\n1,赵文博,到会,3,孙丽华,到会\n2,钱进,缺席,,,\n",
        &["2026-03-05 theme_day present absent present -"],
    ),
    (
        "people under a heading that is one for those who keep the list",
        "第一支部2026年考勤\n序号,登记人员,3月5日主题党日,3月12日党课\n1,赵文博,√,√\n2,钱进,×,病假\n",
        &["2026-03-05 theme_day present absent - -", "2026-03-12 lecture present leave:sick - -"],
    ),
    (
        "people across behind three headings that nobody knows",
        "第一支部2026年考勤\n是在哪一日,算什么会,说了哪些事,赵文博,钱进,孙丽华\n2026-03-05,主题党日,参观烈士陵园,√,×,√\n2026-03-12,党课,学习党章第一章,√,√,迟到\n",
        &["2026-03-05 theme_day present absent present -", "2026-03-12 lecture present present late -"],
    ),
    (
        "seals and signatures in one row below the marks",
        "第一支部2026年考勤\n序号,姓名,3月5日主题党日\n1,赵文博,√\n2,钱进,×\n党支部（盖章）,,制表人：\n",
        &["2026-03-05 theme_day present absent - -"],
    ),
    (
        "a mark beside the kind of a meeting is no count, though it stands alone in its row",
        "2026年一季度个人参加情况\n姓名,会议类别,1月,2月,3月\n赵文博,党员大会,√,,√\n,党课,,√,\n钱进,党员大会,√,,请假\n,党课,,缺席,\n孙丽华,党员大会,√,,√\n,党课,,√,\n阿依古丽·买买提,党员大会,√,,√\n,党课,,√,\n",
        &[
            "2026-01 general_meeting present present present present",
            "2026-02 lecture present absent present present",
            "2026-03 general_meeting present leave present present",
        ],
    ),
    (
        "a stroke before a note of how somebody was away",
        "主题党日点名册\n活动日期：2026年3月5日\n序号,姓名,点名,备注\n1,赵文博,到,\n2,钱进,—,旷会\n3,孙丽华,—,病假\n4,阿依古丽·买买提,到,\n",
        &["2026-03-05 theme_day present absent leave:sick present"],
    ),
    (
        "two lists of names, each with its marks below",
        "党员会议考勤登记\n日期：2026年3月5日  会议：党课\n姓名,赵文博,钱进,孙丽华,阿依古丽·买买提\n考勤,√,请假,√,√\n日期：2026年3月19日  会议：党员大会\n姓名,赵文博,钱进,孙丽华,阿依古丽·买买提\n考勤,√,√,出差,√\n",
        &[
            "2026-03-05 lecture present leave present present",
            "2026-03-19 general_meeting present present leave:official present",
        ],
    ),
    (
        "a notice with a line for each meeting",
        "关于2026年1—3月三会一课缺勤情况的通报\n1月15日党员大会：孙丽华请事假，钱进无故缺席。\n2月10日党课：孙丽华因病请假。\n",
        &[
            "2026-01-15 general_meeting present absent leave:personal present",
            "2026-02-10 lecture present present leave:sick present",
        ],
    ),
    (
        "a report of a month with a sentence beside each kind",
        "第一支部党建工作月报（2026年3月）\n项目,完成情况\n党员大会,\"3月20日召开党员大会，应到4人，实到3人，孙丽华因病请假。\"\n主题党日,\"3月12日开展义务植树，全体党员参加。\"\n",
        &[
            "2026-03-12 theme_day present present present present",
            "2026-03-20 general_meeting present present leave:sick present",
        ],
    ),
    (
        "a column of 个人签到 beside one of 到会情况",
        "第一支部党员大会签到表\n会议时间：2026年3月5日\n序号,姓名,到会情况,序号,姓名,个人签到\n1,赵文博,√,3,孙丽华,√\n2,钱进,√,4,阿依古丽·买买提,√\n",
        &["2026-03-05 general_meeting present present present present"],
    ),
    (
        "members below 学习同志",
        "第一支部2026年3月考勤\n学习同志,3月5日党课\n赵文博,√\n钱进,×\n孙丽华,√\n阿依古丽·买买提,√\n",
        &["2026-03-05 lecture present absent present present"],
    ),
    (
        "those who were away without asking, under their own headings",
        "第一支部2026年台账\n日期,会议类型,请假人员,未请假人员名单\n3月5日,党课,孙丽华,钱进\n",
        &["2026-03-05 lecture present absent leave present"],
    ),
    (
        "a stroke on a day of which a note says why",
        "第一支部2026年3月学习考勤\n姓名,6日,13日,备注\n赵文博,√,√,\n钱进,√,—,13日出差\n孙丽华,—,√,6日病假\n阿依古丽·买买提,√,√,\n",
        &[
            "2026-03-06 study present present leave:sick present",
            "2026-03-13 study present leave:official present present",
        ],
    ),
    (
        "a legend behind the title, with numbers for marks",
        "2026年3月考勤 说明：1-出席，2-迟到，3-请假，4-缺席\n姓名,3.5主题党日\n赵文博,1\n钱进,2\n孙丽华,3\n阿依古丽·买买提,4\n",
        &["2026-03-05 theme_day present late leave absent"],
    ),
    (
        "a register of who was away, by its heading, with a reason for some",
        "2026年三会一课缺勤记录\n姓名,缺勤日期,会议类型,原因\n孙丽华,3月20日,党员大会,出差\n钱进,3月20日,党员大会,\n",
        &["2026-03-20 general_meeting - absent leave:official -"],
    ),
    (
        "a list of the absent that asks who had leave",
        "2026年3月缺席人员名单\n姓名,缺席会议,日期,是否请假\n孙丽华,党员大会,3月20日,是\n钱进,党员大会,3月20日,否\n",
        &["2026-03-20 general_meeting - absent leave -"],
    ),
    (
        "a corner with a backslash over days down, and the legend across below",
        "第一支部2026年3月考勤登记表\n日期\\姓名,赵文博,钱进,孙丽华,阿依古丽·买买提\n3月5日 党课,√,√,△,√\n3月20日 党员大会,√,○,√,×\n说明,√ 出席,○ 请假,△ 迟到,× 缺席\n",
        &[
            "2026-03-05 lecture present present late present",
            "2026-03-20 general_meeting present leave present absent",
        ],
    ),
    (
        "groups that are said once for those below",
        "2026年4月党小组会考勤（第一支部）\n党小组,姓名,4月9日\n第一党小组,赵文博,√\n,钱进,√\n第二党小组,孙丽华,请假\n,阿依古丽·买买提,√\n",
        &["2026-04-09 group_meeting present present leave present"],
    ),
    (
        "those who did not come, with the day in brackets behind the month",
        "第一支部2026年3月未参加主题党日人员名单（3月5日）\n姓名,原因\n孙丽华,公差\n",
        &["2026-03-05 theme_day - - leave:official -"],
    ),
    (
        "leaves, with the meetings that they were from",
        "2026年二季度请假情况\n请假人,请假会议,请假时间,请假事由,批准人\n孙丽华,党员大会,5月8日,产假,赵文博\n",
        &["2026-05-08 general_meeting - - leave:personal -"],
    ),
];

#[test]
fn each_layout_says_what_it_says() {
    for (what, text, expected) in BOOKS {
        let out = facts(&[("第一支部花名册.csv", ROSTER), ("book.csv", text)]);
        let marks = table(&out.path().join("attendance.csv"));
        let names = ["赵文博", "钱进", "孙丽华", "阿依古丽·买买提"];
        let mut sessions: Vec<(&str, &str)> =
            marks.iter().map(|f| (f["date"].as_str(), f["kind"].as_str())).collect();
        sessions.sort_unstable();
        sessions.dedup();
        let said: Vec<String> = sessions
            .iter()
            .map(|(date, kind)| {
                let of = |name: &&str| {
                    let fact = marks
                        .iter()
                        .find(|f| f["date"] == *date && f["kind"] == *kind && f["name"] == **name);
                    fact.map_or("-".to_string(), |f| match f["leave_type"].as_str() {
                        "" => f["status"].clone(),
                        kind => format!("{}:{kind}", f["status"]),
                    })
                };
                format!("{date} {kind} {}", names.iter().map(of).collect::<Vec<_>>().join(" "))
            })
            .collect();
        let issues = std::fs::read_to_string(out.path().join("issues.csv")).unwrap();
        assert_eq!(&said, expected, "{what}\n{issues}");
    }
}

/// 红事 is a reason to be away, and 春红 a name: the roster tells which.
#[test]
fn a_name_that_ends_as_a_reason_begins() {
    let roster = "第一支部党员花名册\n姓名,入党时间\n赵春红,2010-05-01\n钱进,2010-05-01\n";
    let log = "第一支部2026年三会一课台账\n日期,会议类型,主题,缺席人员及原因\n3月5日,主题党日,植树,赵春红事假；钱进红事假\n";
    let out = facts(&[("花名册.csv", roster), ("台账.csv", log)]);
    let read: Vec<String> = table(&out.path().join("attendance.csv"))
        .iter()
        .map(|a| format!("{} {} {}", a["name"], a["leave_type"], a["mark"]))
        .collect();
    assert_eq!(read, ["赵春红 personal 事假", "钱进 personal 红事假"]);
}

/// What stands in brackets after a name on a roster is of the member; what tells namesakes apart is of the name.
/// 公孙 alone is nobody: what stands behind it is of his name, though it begins or ends as words for marks do.
#[test]
fn a_surname_of_two_characters_is_no_name() {
    let roster = "第一支部党员花名册\n姓名,入党时间\n公孙到来,2010-05-01\n赵文博,2010-05-01\n钱进,2010-05-01\n孙丽华,2010-05-01\n";
    let log = "第一支部2026年三会一课台账\n时间,会议类型,应到,实到,缺席人员\n3月5日,党课,4,3,公孙到来缺席\n";
    let list =
        "第一支部主题党日签到表\n时间：2026年3月12日\n姓名,赵文博,公孙到来,钱进,孙丽华\n签到,√,√,√,缺席\n";
    let out = facts(&[("第一支部花名册.csv", roster), ("log.csv", log), ("list.csv", list)]);
    let said = table(&out.path().join("attendance.csv"));
    let of: Vec<&str> =
        said.iter().filter(|row| row["name"] == "公孙到来").map(|row| row["status"].as_str()).collect();
    assert_eq!(of, ["absent", "present"]);
}

#[test]
fn brackets_after_a_name_are_of_the_member() {
    let roster = "第一支部党员花名册\n姓名,入党时间\n赵文博（书记）,2010-05-01\n钱进（预备党员）,2025、12、1\n孙丽华同志（退休）,2010.5.1\n张伟（大）,2010-05-01\n张伟（小）,2011-05-01\n";
    let out = facts(&[("名册.csv", roster)]);
    let members = table(&out.path().join("members.csv"));
    let told: Vec<String> = members
        .iter()
        .map(|m| {
            [&m["name"], &m["joined"], &m["status"], &m["post"], &m["category"]].map(String::as_str).join("|")
        })
        .collect();
    assert_eq!(
        told,
        [
            "赵文博|2010-05-01||书记|",
            "钱进|2025-12-01|probationary||",
            "孙丽华|2010-05-01|||retired",
            "张伟(大)|2010-05-01|||",
            "张伟(小)|2011-05-01|||",
        ]
    );
}

/// Mistakes that would change figures unseen: what stands in the books beside the roster, and the words that tell it.
const MISTAKES: &[(&str, &str, &str)] = &[
    (
        "a plan's month of another year than its title, or of none",
        "2026年学习计划\n月份,学习内容\n2026-05,党章\n2062-06,条例\n",
        "odd-date,book.csv,book,A4",
    ),
    (
        "one number left blank in a grid of hours",
        "第一支部2026年学时统计表\n姓名,1月,2月,3月\n赵文博,2,2,2\n钱进,2,,2\n孙丽华,2,2,2\n",
        "blank-amount,book.csv,book,C4",
    ),
    (
        "a figure that slipped behind its 日",
        "第一支部2026年考勤\n姓名,1月2日7,1月28日\n,党课,主题党日\n赵文博,√,√\n钱进,√,√\n孙丽华,√,√\n",
        "impossible-date,book.csv,book,B2",
    ),
    (
        "a paragraph lost between two that are numbered",
        "第一支部2026年组织生活记录\n\"一、2026年1月8日，召开党课，应到4人，实到4人。\"\n\"三、2026年2月6日，召开主题党日，应到4人，实到4人。\"\n",
        "skipped-number,book.csv,book,A3",
    ),
    (
        "a sentence above the others that tells who was away, and not from what",
        "第一支部2026年组织生活记录\n\"2026年1月8日，应到4人，实到3人，钱进因病请假，地点在会议室。\"\n\"2026年2月6日，召开主题党日，应到4人，实到4人。\"\n",
        "unused-table,book.csv,book,A2",
    ),
    (
        "two meetings of a month that is not the title's, and one of that",
        "第一支部2026年3月考勤表\n姓名,4月4日,,3月26日\n,支委会,党课,主题党日\n赵文博,√,√,√\n钱进,√,√,√\n孙丽华,√,√,√\n",
        "odd-date,book.csv,book,B2",
    ),
    (
        "of three days one of another month, between the others",
        "第一支部2026年考勤\n姓名,1月20日党课,2月22日党员大会,1月24日主题党日\n赵文博,√,√,√\n钱进,√,√,√\n孙丽华,√,√,√\n",
        "odd-date,book.csv,book,C2",
    ),
    (
        "one meeting of another month than all other books have",
        "第一支部2026年考勤\n姓名,1月5日党课,1月6日支委会,1月7日主题党日,1月8日党员大会,1月9日党课,1月12日主题党日,2月22日党课\n赵文博,√,√,√,√,√,√,√\n钱进,√,√,√,√,√,√,√\n",
        "与别的会议不在一个月（都在2026年1月）",
    ),
    (
        "a day that is not known yet",
        "第一支部2026年3月考勤表\n姓名,？？,3月12日\n,党课,主题党日\n赵文博,√,√\n钱进,√,√\n孙丽华,√,√\n",
        "unknown-date,book.csv,book,B2",
    ),
    (
        "one of two days of which only the kind was kept",
        "第一支部2026年3月考勤表\n姓名,支委会,3月12日\n,支委会,主题党日\n赵文博,√,√\n钱进,√,√\n孙丽华,√,√\n",
        "odd-date,book.csv,book,B2",
    ),
    (
        "日 misread, and perhaps the figure before it as well",
        "第一支部2026年5月考勤表\n姓名,5月2曰党课\n赵文博,√\n钱进,√\n孙丽华,√\n",
        "impossible-date,book.csv,book,B2",
    ),
    (
        "one half of a day against the other",
        "第一支部2026年3月5日主题党日签到表\n姓名,上午,下午\n赵文博,√,√\n钱进,缺席,√\n孙丽华,√,√\n阿依古丽·买买提,√,√\n",
        "differs,book.csv,book,C4",
    ),
    (
        "several meetings below each other, of which only the first can be told",
        "第一支部2026年1月8日党员大会\n\"应到4人，实到4人\"\n第一支部2026年2月6日党课\n\"应到4人，实到4人\"\n",
        "unused-table,book.csv,book,A3",
    ),
    (
        "when each kind of meeting was held, and who came nowhere: no plan",
        "第一支部2026年三会一课开展情况统计表\n月份,支委会,,党课,\n,时间,内容,时间,内容\n1月,1月5日,研究工作,1月8日,讲党课\n2月,2月6日,研究发展,2月8日,讲党课\n",
        "unknown-sheet",
    ),
    (
        "a register of leaves from a meeting of which no book says who came",
        "第一支部请假登记表\n日期,会议,姓名,请假原因\n2026-03-05,党员大会,钱进,病假\n2026-03-05,党员大会,孙丽华,出差\n",
        "“2026-03-05 党员大会”只写了没到的人（钱进、孙丽华）",
    ),
    (
        "points since ever in a list of one month",
        "第一支部2026年3月学习积分\n姓名,总积分\n赵文博,21345\n钱进,20120\n孙丽华,320\n",
        "“21345”分，一个月里得不到这么多",
    ),
    (
        "minutes among points",
        "第一支部2026年3月学习积分\n姓名,积分\n赵文博,90分钟\n钱进,30\n孙丽华,25\n",
        "“90分钟”不是可用的数字",
    ),
    (
        "a comma for a point",
        "第一支部2026年3月学时\n姓名,学时\n赵文博,2\n钱进,2\n孙丽华,\"1，5\"\n",
        "“1，5”不是可用的数字",
    ),
    (
        "topics without the hours that others have",
        "第一支部2026年3月学习\n姓名,学习内容,学时\n赵文博,党章,2\n钱进,党章,\n孙丽华,党章,\n",
        "blank-amount",
    ),
    (
        "a meeting told in sentences that says when, and not who came",
        "第一支部2026年第一季度会议记录\n2026年3月5日下午，第一支部召开支部党员大会，应到4人，实到4人。\n2026年3月12日，第一支部召开支部党员大会，会议从2点到3点，研究了近期工作。\n",
        "book,A3",
    ),
    (
        "a table below meetings told in sentences",
        "第一支部2026年第一季度会议记录\n2026年3月5日下午，第一支部召开支部党员大会，应到4人，实到4人。\n物品,数量\n桌子,4\n",
        "book,A3",
    ),
    (
        "hours that are asked, and none that were done",
        "第一支部2026年3月学时\n姓名,应修学时,是否完成\n赵文博,50,是\n钱进,50,是\n孙丽华,50,否\n",
        "没有认出这张表",
    ),
    (
        "meetings told in sentences, of which one does not say who came",
        "第一支部2026年第一季度会议记录\n2026年3月5日下午，第一支部召开支部党员大会，应到4人，实到3人，钱进因病请假。\n2026年3月12日，第一支部召开支部党员大会，讨论了近期的各项工作安排。\n",
        "book,A3",
    ),
    (
        "a name alone among the clauses of a meeting told in sentences",
        "第一支部2026年第一季度会议记录\n2026年3月5日下午，第一支部召开支部党员大会，应到4人，实到2人，钱进，孙丽华因病请假。\n",
        "“钱进”没有看懂",
    ),
    (
        "how often each came in some months, which is no list of those who came on 1月3日",
        "第一支部2026年1-3月参会次数统计\n姓名,1月,2月,3月\n赵文博,3/3,2/2,3/3\n钱进,3/3,2/2,3/2\n孙丽华,3/3,2/2,3/3\n",
        "不认识记号“3/3”",
    ),
    (
        "a leave that was not approved, among those on leave",
        "第一支部2026年台账\n日期,会议,请假人员\n3月5日,党员大会,钱进（事假，未批）\n",
        "“事假,未批”是请假还是缺席看不准",
    ),
    (
        "all away, and nobody named",
        "第一支部2026年台账\n日期,会议,请假人员\n3月5日,党员大会,全体请假\n",
        "没有写谁到谁没到",
    ),
    (
        "a total of marks that the others' totals show to be wrong",
        "第一支部2026年3月考勤\n姓名,3月5日党课,3月12日主题党日,3月19日集中学习\n赵文博,√,√,√\n钱进,√,×,√\n孙丽华,√,√,×\n阿依古丽·买买提,√,√,√\n合计,4,4,3\n",
        "book,C7,4,写的合计是4，而按上面的记号，到会是3",
    ),
    (
        "a total of hours that is wrong, below one that is right",
        "第一支部2026年3月学时统计\n姓名,党小组,学时\n赵文博,一,2\n钱进,一,3\n小计,,5\n孙丽华,二,2\n阿依古丽·买买提,二,2\n小计,,5\n合计,,9\n",
        "book,C8,5,写的合计是5，而上面各行加起来是4",
    ),
    (
        "points less than nothing",
        "第一支部2026年3月学习强国积分\n姓名,积分\n赵文博,320\n钱进,-3\n孙丽华,280\n阿依古丽·买买提,300\n",
        "“-3”不是可用的数字",
    ),
    (
        "half a person who came",
        "第一支部2026年三会一课台账\n日期,会议类别,应到,实到,缺席人员\n3月5日,党课,4,3.5,无\n",
        "“3.5”不是可用的数字",
    ),
    (
        "a day right before the kind among people across, and one of them no day",
        "2026年3月第一支部考勤表\n姓名,赵文博,钱进,孙丽华,阿依古丽·买买提\n5主题党日,√,√,√,√\n12党课,√,×,√,√\n32党小组会,√,√,√,√\n",
        "“32党小组会”看不出是哪一天",
    ),
    (
        "a word that nobody knows among the marks of a column with a heading that nobody knows",
        "第一支部党课签到表\n时间：2026年1月5日\n姓名,画押\n赵文博,√\n钱进,√\n孙丽华,空位\n",
        "不认识记号“空位”",
    ),
    (
        "a last day half a year after the others, which follow each other week by week",
        "第一支部2026年三会一课台账\n日期,类别,缺席人员\n1月5日,党课,无\n1月12日,主题党日,无\n1月19日,党课,无\n7月26日,主题党日,无\n",
        "隔了几个月",
    ),
    (
        "a mistake in a log on its side, at the cell as it stands",
        "第一支部2026年三会一课台账\n会议时间,3月5日,3月12日\n会议类型,党员大会,党课\n应到人数,4,四五个\n实到人数,4,4\n",
        "book,C4,四五个",
    ),
    (
        "a row without its day that names one more of the absent",
        "第一支部2026年台账\n日期,会议,缺席人员\n3月5日,党员大会,钱进\n,,孙丽华（事假）\n3月12日,党课,无\n",
        "这一行没有写日期，按上一行的“2026-03-05”计",
    ),
    (
        "words where the other columns have their kinds, over a topic that sounds like one",
        "第一支部2026年3月考勤\n姓名,党课,主题党日,甲乙丙\n,3月5日,3月12日,3月19日\n,党章,植树,集中学习条例\n赵文博,√,√,√\n钱进,√,√,√\n孙丽华,√,√,√\n阿依古丽·买买提,√,√,√\n",
        "“甲乙丙”看不出是哪一类会议",
    ),
    (
        "a letter for a mark that nobody explains",
        "第一支部2026年3月考勤\n姓名,3月5日党课,3月12日主题党日\n赵文博,√,√\n钱进,√,n\n孙丽华,√,√\n阿依古丽·买买提,√,√\n",
        "没有说明“n”",
    ),
    (
        "lists one below the other, one of which has a day out of its order",
        "第一支部党课签到表\n时间：2026年1月5日\n姓名,签到\n赵文博,√\n钱进,√\n\n第一支部党课签到表\n时间：2026年7月12日\n姓名,签到\n赵文博,√\n钱进,√\n\n第一支部党课签到表\n时间：2026年1月19日\n姓名,签到\n赵文博,√\n钱进,√\n\n第一支部党课签到表\n时间：2026年1月26日\n姓名,签到\n赵文博,√\n钱进,√\n",
        "没有按先后排",
    ),
    (
        "a sentence in a record about somebody who was away, behind words that are no label",
        "第一支部党员大会记录\n时间,2026年3月5日\n应到人数,4人\n实到人数,4人\n有关情况,钱进因病请假\n内容,学习\n",
        "到会与否没有采用",
    ),
    (
        "a note of a day about nobody who is known",
        "第一支部2026年3月考勤表\n姓名,3月5日主题党日,3月12日党课\n赵文博,√,√\n钱进,×,√\n孙丽华,√,√\n阿依古丽·买买提,√,√\n备注：小钱3月5日请病假。\n",
        "备注写着“小钱请病假”",
    ),
    (
        "a list of signatures with two days over it",
        "第一支部党员大会签到表\n会议时间：2026年3月5日、3月6日\n姓名,签到\n赵文博,√\n钱进,√\n孙丽华,√\n阿依古丽·买买提,√\n",
        "可以读成两个日期",
    ),
    (
        "a group that was away as a whole",
        "第一支部2026年三会一课台账\n日期,会议类型,主题,缺席人员\n3月5日,主题党日,学习,第二党小组全体\n3月12日,党课,学习,无\n",
        "姓名没有写全",
    ),
    (
        "a day and the one for which it was put off",
        "第一支部2026年三会一课台账\n日期,会议类型,主题,缺席人员\n原定3月5日，改至3月6日,主题党日,学习,无\n3月12日,党课,学习,无\n",
        "可以读成两个日期",
    ),
    (
        "a row of another branch, which has no roster",
        "第一支部2026年三会一课台账\n支部,日期,会议类型,主题,缺席人员\n第一支部,3月5日,主题党日,学习,无\n第二支部,3月5日,主题党日,学习,张三\n",
        "没有找到“第二支部”的花名册",
    ),
    (
        "a doubt beside a mark",
        "第一支部2026年考勤表\n姓名,3月5日主题党日\n赵文博,√\n钱进,√?\n孙丽华,√\n阿依古丽·买买提,√\n",
        "不认识记号“√?”",
    ),
    (
        "an error of a formula for a mark",
        "第一支部2026年考勤表\n姓名,3月5日主题党日\n赵文博,√\n钱进,#N/A\n孙丽华,√\n阿依古丽·买买提,√\n",
        "不认识记号“#N/A”",
    ),
    (
        "fewer named than counted",
        "第一支部2026年三会一课台账\n日期,会议类型,主题,缺席人员\n3月5日,主题党日,学习,钱进等2人\n3月12日,党课,学习,无\n",
        "姓名没有写全",
    ),
    (
        "a number of people in words, and nobody named",
        "第一支部2026年三会一课台账\n日期,会议类型,主题,请假情况\n3月5日,主题党日,学习,两人因公请假\n3月12日,党课,学习,无\n",
        "只写了没到几个人",
    ),
    (
        "perhaps others than those who are named",
        "第一支部2026年三会一课台账\n日期,会议类型,主题,缺席人员\n3月5日,主题党日,学习,钱进、孙丽华等同志\n",
        "“孙丽华等”没有看懂",
    ),
    (
        "a note of one of two sessions missed",
        "第一支部2026年考勤表\n姓名,3月5日主题党日,3月12日党课,备注\n赵文博,√,√,\n钱进,×,×,病假\n孙丽华,√,√,\n阿依古丽·买买提,√,√,\n",
        "备注写着“病假”",
    ),
    (
        "hours far above all others",
        "第一支部2026年3月自学登记表\n姓名,学习内容,学时\n赵文博,党章,3\n钱进,党章,2\n孙丽华,党章,2.5\n赵文博,条例,3\n钱进,条例,75\n孙丽华,条例,2\n",
        "比这一列的其他数字大得多",
    ),
    (
        "a topic studied for no time at all",
        "第一支部2026年3月自学登记表\n姓名,学习内容,学时\n赵文博,党章,3\n钱进,党章,2\n孙丽华,党章,2.5\n赵文博,条例,3\n钱进,条例,\n孙丽华,条例,2\n",
        "不是认识的学时",
    ),
    (
        "a session of another month than the title's",
        "第一支部2026年3月考勤表\n姓名,3月5日主题党日,4月12日党课,3月19日党员大会\n赵文博,√,√,√\n钱进,√,√,√\n孙丽华,√,√,√\n阿依古丽·买买提,√,√,√\n",
        "与标题里的3月不一致",
    ),
    (
        "named among those who came and among those who did not",
        "第一支部2026年三会一课台账\n日期,会议类型,主题,参会人员,请假人员\n3月5日,主题党日,学习,赵文博、钱进、孙丽华、阿依古丽·买买提,钱进\n",
        "的记载与另一处矛盾",
    ),
    (
        "a month among days",
        "第一支部2026年三会一课台账\n日期,会议类型,主题,应到,实到,请假人员\n3月5日,主题党日,学习,4,4,无\n3月初,党课,学习,4,4,无\n3月19日,党员大会,学习,4,4,无\n",
        "只写到月份",
    ),
    (
        "a number of people on leave, and nobody named",
        "第一支部2026年三会一课台账\n日期,会议类型,主题,应到,实到,请假人员\n3月5日,主题党日,学习,4,4,1\n",
        "写的是请假1人，而写出姓名的是0人",
    ),
    (
        "a year alone among dates of joining",
        "第二支部党员花名册\n姓名,入党时间,党员类别\n吴桐,2010-05-01,正式党员\n郑洁,2011,正式党员\n冯远,2012-05-01,正式党员\n",
        "只写了年份",
    ),
    (
        "joined years after every session",
        "第一支部2006年考勤表\n姓名,3月5日主题党日\n赵文博,√\n钱进,√\n孙丽华,√\n阿依古丽·买买提,√\n",
        "晚于所有会议",
    ),
    (
        "a full stop for a mark",
        "第一支部2026年考勤表\n姓名,3月5日主题党日\n赵文博,√\n钱进,。\n孙丽华,√\n阿依古丽·买买提,√\n",
        "不认识记号",
    ),
    (
        "a sum that the marks of its row do not come to",
        "第一支部2026年3月考勤\n姓名,3月5日主题党日,3月12日党课,出勤次数,出勤率\n赵文博,√,√,2,100%\n钱进,√,×,1,50%\n孙丽华,√,√,1,50%\n阿依古丽·买买提,√,√,2,100%\n李海燕,√,√,2,100%\n",
        "而按这一行的记号，到会是2",
    ),
    (
        "a topic for the kind and a kind for the topic",
        "第一支部2026年三会一课台账\n日期,会议类型,主题,应到,实到\n3月5日,党史专题学习,主题党日,4,4\n3月12日,党课,党史,4,4\n",
        "swapped-kind",
    ),
    (
        "people below a table whose header was deleted",
        "第一支部主题党日签到表\n时间：2026年3月5日\n1,赵文博,√\n2,钱进,√\n3,孙丽华,√\n,,\n第一支部党课签到表,,\n时间：2026年3月12日,,\n序号,姓名,签到\n1,赵文博,√\n2,钱进,√\n",
        "可能少了表头",
    ),
    (
        "a figure lost from one day among others",
        "第一支部2026年3月考勤\n姓名,3月5日主题党日,3月2日党课,3月19日党员大会,3月26日主题党日\n赵文博,√,√,√,√\n钱进,√,√,√,√\n孙丽华,√,√,√,√\n阿依古丽·买买提,√,√,√,√\n",
        "没有按先后",
    ),
    (
        "two days run together",
        "第一支部2026年3月考勤\n姓名,3日5日主题党日\n赵文博,√\n钱进,√\n孙丽华,√\n阿依古丽·买买提,√\n",
        "可以读成两个日期",
    ),
    (
        "a kind left blank among others",
        "第一支部2026年3月党员参加组织生活考勤\n姓名,3月5日,3月12日,3月19日\n,主题党日,,党课\n赵文博,√,√,√\n钱进,√,√,√\n孙丽华,√,√,√\n阿依古丽·买买提,√,√,√\n",
        "这一列没有写会议类别",
    ),
    (
        "a heading of marks that means nothing",
        "第一支部2026年3月考勤\n姓名,3月5日主题党日,见附件,3月19日党课\n赵文博,√,√,√\n钱进,√,缺席,√\n孙丽华,√,√,√\n阿依古丽·买买提,√,√,√\n",
        "unread-column",
    ),
    (
        "a slip in the heading of the second list's marks",
        "第一支部主题党日签到表\n时间：2026年3月5日\n姓名,到会情况,姓名,到会清况\n赵文博,√,孙丽华,请假\n钱进,√,阿依古丽·买买提,√\n",
        "guessed-column",
    ),
    (
        "somebody's number and hours without the name",
        "第一支部2026年3月自学记录\n序号,姓名,学习内容,学时\n1,赵文博,党章,1\n2,,条例,2\n3,孙丽华,党章,1\n",
        "“（空）”不是认识的姓名",
    ),
    (
        "a sign that the legend explains in two ways",
        "第一支部2026年考勤（√出席 ○请假）\n姓名,3月5日主题党日\n赵文博,√\n钱进,○\n孙丽华,√\n阿依古丽·买买提,√\n注：○缺席,\n",
        "两种意思",
    ),
    (
        "a topic of the plan left out",
        "2026年学习计划\n月份,主题,类别,学时\n3月,学习党章,党章党规,2\n3月,,党章党规,2\n",
        "不是认识的学习主题",
    ),
    (
        "hours of nobody, and fewer than none",
        "第一支部2026年3月学时统计\n姓名,学时\n赵文博,2\n,3\n钱进,-5\n",
        "“（空）”不是认识的姓名",
    ),
    (
        "a second column of names that heads no list",
        "第二支部党员花名册\n姓名,入党时间,党员类别,姓名\n吴桐,2010-05-01,正式党员,郑洁\n冯远,2010-05-01,正式党员,陈晨\n",
        "unread-column",
    ),
    (
        "a session of which nothing is said, among others of which all is",
        "第一支部2026年三会一课台账\n日期,会议类型,出席情况\n3月5日,主题党日,应到4人，实到4人\n3月12日,党课,\n3月19日,主题党日,应到4人，实到4人\n3月26日,党课,应到4人，实到4人\n",
        "blank-cell",
    ),
    (
        "a note that contradicts the mark beside it",
        "第一支部主题党日签到表\n时间：2026年3月5日\n姓名,签到,备注\n赵文博,√,\n钱进,√,病假\n孙丽华,√,\n",
        "“病假”与另一处（B5：出席）不一致",
    ),
    (
        "a table of one member whose name was left out",
        "第一支部党员个人参加组织生活登记表\n姓名：钱进\n日期,会议类型,参加情况\n2026年3月5日,主题党日,√\n\n日期,会议类型,参加情况\n2026年3月5日,主题党日,×\n",
        "上面没有写是谁的",
    ),
    (
        "ticks of two sessions that nothing tells apart",
        "第一支部2026年考勤\n姓名,3月5日主题党日,,3月5日主题党日,\n,到会,请假,到会,请假\n赵文博,√,,√,\n钱进,√,,,√\n孙丽华,√,,√,\n",
        "twice-in-sheet",
    ),
    (
        "two sessions of a day that nothing tells apart",
        "第一支部2026年3月集中学习考勤\n姓名,3月5日,\n,上午,下午\n赵文博,√,√\n钱进,√,×\n孙丽华,√,√\n",
        "twice-in-sheet",
    ),
    (
        "a tick with a remark in a sheet of topics, its column still read",
        "第一支部2026年3月学习完成情况\n姓名,党章,党史学习\n赵文博,√,√\n钱进,√待核实,√\n孙丽华,√,√\n阿依古丽·买买提,√,√\n",
        "√待核实",
    ),
    (
        "ticks without a name in a sheet of topics",
        "第一支部2026年3月学习完成情况\n姓名,党章,条例\n赵文博,√,√\n,√,√\n孙丽华,√,√\n",
        "mark-without-name",
    ),
    (
        "a session whose kind was left out, with numbers beside the names",
        "第一支部2026年组织生活情况\n时间,活动名称,主要内容,参会情况\n3月5日,,植树,\"应到4人，实到3人，孙丽华缺席\"\n3月12日,党课,党史,全体党员\n",
        "unknown-kind",
    ),
    (
        "a kind in a row of its own that is none",
        "第一支部2026年组织生活台账\n序号,时间,主题,应到,实到,缺席人员及原因\n一、主题党日,,,,,\n1,3月5日,学习党章,4,4,无\n二、某某,,,,,\n1,3月12日,党史,4,4,无\n",
        "unknown-kind",
    ),
    (
        "hours with nothing over them",
        "2026年学习计划\n月份,学习内容,学习类别,\n1月,党章,党规,2\n2月,条例,党规,1\n3月,准则,党规,2\n",
        "unheaded-column",
    ),
    (
        "somebody named whom words run on to",
        "第一支部2026年三会一课台账\n日期,会议类型,主题,应到,实到,缺席人员\n3月5日,主题党日,学习,4,2,钱进与孙丽华那天\n",
        "到会与否没有采用",
    ),
    (
        "a study of another year",
        "第一支部2026年3月自学记录\n姓名,学习时间,学习内容,学时\n赵文博,2026-03-05,党章,1\n钱进,2025-03-06,党章,1\n",
        "与标题、文件名里的2026年不一致",
    ),
    (
        "a sheet copied from the month before, whose title was changed and whose days were not",
        "第一支部2026年3月自学记录\n姓名,学习时间,学习内容,学时\n赵文博,2026-02-05,党章,1\n钱进,2026-02-06,党章,1\n",
        "与标题里的3月不一致，其余各次也是",
    ),
    (
        "a plan of months across without a year",
        "第一支部学习计划\n类别,1月,2月,3月\n集中学习,党章总纲,纪律条例,廉洁准则\n",
        "没有年份",
    ),
    (
        "money for members in need",
        "走访慰问困难党员登记\n姓名,金额,时间\n钱进,500,2026.1.20\n",
        "foreign-table",
    ),
    (
        "points for conduct",
        "党员先锋指数积分表（2026年3月）\n姓名,基础分,加分,扣分,总分\n赵文博,60,15,0,75\n钱进,60,10,2,68\n",
        "unknown-sheet",
    ),
    (
        "notes of study that were looked at, on no day",
        "2026年3月学习笔记检查登记\n姓名,笔记篇数,字数,等次\n赵文博,4,5200,优\n钱进,3,4100,良\n",
        "unknown-sheet",
    ),
    (
        "a mark that may say either",
        "第一支部2026年4月考勤\n姓名,4月15日党课\n赵文博,√\n钱进,参加会议\n孙丽华,√\n阿依古丽·买买提,√\n",
        "unknown-mark",
    ),
    (
        "a list of the absent that says nothing of a session",
        "第一支部2026年一季度缺勤人员汇总\n会议,日期,缺席人员,请假人员\n党员大会,1月20日,钱进,\n主题党日,3月5日,,\n",
        "untold-session",
    ),
];

/// A roster is one by the rest of its headings; who stands in it is told by what is there.
#[test]
fn members_stand_below_a_heading_that_nobody_knows() {
    let roster = "第一支部党员花名册\n编排,支部这些人,性别类,正式入党时间,转为正式党员日期,其他事项\n1,赵文博,男,2010-05-01,2011-05-01,\n2,钱进,女,2012-05-01,2013-05-01,\n";
    let out = facts(&[("第一支部花名册.csv", roster)]);
    let members = table(&out.path().join("members.csv"));
    let said: Vec<[&str; 2]> = members.iter().map(|m| ["name", "joined"].map(|k| m[k].as_str())).collect();
    assert_eq!(said, [["赵文博", "2010-05-01"], ["钱进", "2012-05-01"]]);
}

/// A label that nobody knows right above the header, and a kind three rows above the first mark.
#[test]
fn sheets_in_words_that_nobody_knows() {
    for (name, sheet, first) in [
        (
            "签到表.csv",
            "第一支部2026年3月5日党课签到表\n牵头的负责人,钱进,会上所说,学习党章\n栏次,本支部各位,到了吗\n1,赵文博,到\n2,钱进,缺席\n",
            "赵文博 2026-03-05 present",
        ),
        (
            "考勤表.csv",
            "第一支部2026年1月考勤表\n栏次,在座各位,主题党日,党课\n,,1.9,1.28\n,,学习党章,红色家书诵读\n1,赵文博,1,1\n2,钱进,缺,1\n",
            "赵文博 2026-01-09 present",
        ),
        (
            "两栏签到表.csv",
            "第一支部2026年3月5日党课签到表\n编排号,花名,参会人员签名,编排号,花名,参会人员签名\n1,赵文博,赵文博,3,孙丽华,孙丽华\n2,钱进,钱进,4,李志强,缺席\n",
            "李志强 2026-03-05 absent",
        ),
    ] {
        let roster = "第一支部党员花名册\n姓名,入党时间\n赵文博,2010-05-01\n钱进,2012-05-01\n孙丽华,2012-05-01\n李志强,2012-05-01\n";
        let out = facts(&[("第一支部花名册.csv", roster), (name, sheet)]);
        let attendance = table(&out.path().join("attendance.csv"));
        let read = attendance.iter().map(|a| format!("{} {} {}", a["name"], a["date"], a["status"]));
        let read: Vec<String> = read.collect();
        assert!(read.contains(&first.to_string()), "{name}: {read:?}");
    }
}

/// Of two columns of days under headings that nobody knows, one is about a year before the other in every row.
#[test]
fn the_day_of_joining_is_a_year_before_the_end_of_probation() {
    let roster = "第一支部党员花名册\n姓名,党员类别,甲日,乙日\n赵文博,正式党员,2010-05-01,2011-05-01\n钱进,正式党员,2012-06-01,2013-06-01\n孙丽华,预备党员,2025-10-01,\n";
    let out = facts(&[("第一支部花名册.csv", roster)]);
    let members = table(&out.path().join("members.csv"));
    let joined: Vec<&str> = members.iter().map(|m| m["joined"].as_str()).collect();
    assert_eq!(joined, ["2010-05-01", "2012-06-01", "2025-10-01"]);
}

/// A day and a person in each row make no meeting: who received visitors or took supplies was away from nothing.
#[test]
fn lists_of_other_things_are_no_meetings() {
    for text in [
        "群众来访登记表\n日期,来访人,反映事项,接待人,办理结果\n2026.3.5,李四,社保转移,赵文博,已办结\n2026.3.6,王五,社保转移,钱进,已办结\n",
        "办公用品领用登记表\n日期,物品,数量,领用人,备注\n2026-03-05,A4纸,2,赵文博,\n2026-03-06,A4纸,2,钱进,\n2026-03-09,A4纸,2,钱进,\n",
    ] {
        let out = facts(&[("第一支部花名册.csv", ROSTER), ("book.csv", text)]);
        assert!(table(&out.path().join("sessions.csv")).is_empty(), "{text}");
    }
}

#[test]
fn mistakes_are_told() {
    for (what, text, told) in MISTAKES {
        let out = facts(&[("第一支部花名册.csv", ROSTER), ("book.csv", text)]);
        let issues = std::fs::read_to_string(out.path().join("issues.csv")).unwrap();
        assert!(issues.contains(told), "{what}\n{issues}");
    }
}

/// A sheet of the month before, copied and named anew, and its title left as it was.
#[test]
fn a_sheet_may_bear_the_name_of_another_month_than_its_title() {
    let sheet = "第一支部2026年1月考勤表\n姓名,5日党课,12日主题党日\n赵文博,√,√\n钱进,√,√\n";
    for (book, told) in [("2月.csv", true), ("1月.csv", false), ("考勤.csv", false)] {
        let out = facts(&[("第一支部花名册.csv", ROSTER), (book, sheet)]);
        let issues = std::fs::read_to_string(out.path().join("issues.csv")).unwrap();
        let is_told = issues.contains("日期“2026-01-05”与工作表名里的2月不一致，其余各次也是");
        assert_eq!(is_told, told, "{book}\n{issues}");
    }
}

/// A legend below a sign-in speaks of marks, and of nobody.
#[test]
fn a_legend_is_about_marks_and_not_about_people() {
    for legend in ["说明：“○”表示出席；“×”表示缺席", "注：空白为缺席，○为出席", "注：○为出席；×为缺席"]
    {
        let sheet = format!(
            "第一支部党课签到表\n时间：2026年3月5日\n姓名,签到\n赵文博,○\n钱进,○\n孙丽华,○\n阿依古丽·买买提,○\n{legend}\n"
        );
        let out = facts(&[("第一支部花名册.csv", ROSTER), ("签到.csv", &sheet)]);
        assert_eq!(table(&out.path().join("issues.csv")), [], "{legend}");
    }
}

/// Two books that agree on one meeting tell another in two ways: that is pointed out where but one part of what makes
/// a meeting differs, and where neither book has both.
#[test]
fn one_meeting_that_two_books_tell_in_two_ways_is_pointed_out() {
    let sheet = |second: &str| {
        format!(
            "第一支部2026年考勤\n姓名,3月5日主题党日,{second}\n赵文博,√,√\n钱进,√,√\n孙丽华,√,√\n阿依古丽·买买提,√,√\n"
        )
    };
    let log = |rows: &str| format!("第一支部2026年三会一课台账\n日期,会议类别,应到,实到,缺席人员\n{rows}");
    let shared = "2026-03-05,主题党日,4,4,无\n";
    for (second, rows, told) in [
        ("3月12日党课", "2026-03-13,党课,4,4,无\n", Some("2026-03-13 党课")),
        ("3月12日党课", "2026-04-12,党课,4,4,无\n", Some("2026-04-12 党课")),
        ("3月12日党课", "2025-03-12,党课,4,4,无\n", Some("2026-03-12 党课")),
        ("3月12日党课", "2026-03-12,党员大会,4,4,无\n", Some("2026-03-12 党课")),
        ("3月12日党课", "2026-03-12,党课,4,4,无\n", None),
        // Both the day and the kind, or the day and the month, are no slip.
        ("3月12日党课", "2026-03-13,党员大会,4,4,无\n", None),
        ("3月12日党课", "2026-04-13,党课,4,4,无\n", None),
        // The log has the meeting, and another one beside it.
        ("3月12日党课", "2026-03-12,党课,4,4,无\n2026-03-13,党课,4,4,无\n", None),
    ] {
        let log = log(&format!("{shared}{rows}"));
        let out = facts(&[("第一支部花名册.csv", ROSTER), ("考勤.csv", &sheet(second)), ("台账.csv", &log)]);
        let issues = table(&out.path().join("issues.csv"));
        let near: Vec<&str> =
            issues.iter().filter(|i| i["code"] == "near-session").map(|i| i["value"].as_str()).collect();
        assert_eq!(near, told.into_iter().collect::<Vec<_>>(), "{second} against {rows}");
    }
    // Nothing says that a book which shares no meeting with another keeps the same ones.
    let log = log("2026-03-06,主题党日,4,4,无\n2026-03-13,党课,4,4,无\n");
    let out =
        facts(&[("第一支部花名册.csv", ROSTER), ("考勤.csv", &sheet("3月12日党课")), ("台账.csv", &log)]);
    assert!(!std::fs::read_to_string(out.path().join("issues.csv")).unwrap().contains("near-session"));
}

/// Of a log that counts who came, nothing follows for anybody where somebody was away whom no book names: the numbers
/// decide, as far as they say that fewer came than would follow.
#[test]
fn whoever_is_not_named_came_only_if_the_numbers_leave_room_for_nobody_else() {
    let log = |row: &str| {
        format!(
            "第一支部三会一课台账\n日期,会议类别,主题,应到,实到,缺席人员\n2026-03-05,党员大会,选举,{row}\n"
        )
    };
    let register = "第一支部请假登记表\n日期,会议,姓名,请假原因\n2026-03-05,党员大会,钱进,病假\n";
    for (row, register, read) in [
        // Somebody was away, and nobody says who.
        ("4,3,", None, None),
        ("4,2,钱进（病假）", None, None),
        // Where nothing says how many were due, all on the roster were.
        (",3,", None, None),
        ("4,3,钱进（病假）", None, Some(3)),
        // Another book names him.
        ("4,3,", Some(register), Some(3)),
        ("4,2,", Some(register), None),
        // No roster has 钱书记, who is one of these four.
        ("4,3,钱书记", None, None),
        // As many came as follow: it is the number of those due that is wrong.
        ("5,4,", None, Some(4)),
        // More are said to have come: the names are what there is, and the number is told.
        ("4,4,钱进（病假）", None, Some(3)),
    ] {
        let log = log(row);
        let mut books = vec![("第一支部花名册.csv", ROSTER), ("台账.csv", &log)];
        books.extend(register.map(|text| ("请假.csv", text)));
        let out = facts(&books);
        let attendance = table(&out.path().join("attendance.csv"));
        let came = attendance.iter().filter(|a| a["status"] == "present").count();
        assert_eq!(came, read.unwrap_or(0), "{row} {register:?}");
        let issues = std::fs::read_to_string(out.path().join("issues.csv")).unwrap();
        let untold = read.is_none() && register.is_none();
        assert_eq!(issues.contains("unnamed-away"), untold, "{row} {issues}");
    }
}

/// A list that goes on under the same titles on a second page is counted as one.
#[test]
fn a_list_over_two_pages_is_counted_as_one() {
    let page = |rows: &str| format!("第一支部2026年3月考勤,,\n序号,姓名,3月5日主题党日\n{rows}\n");
    let book = |came: u32| {
        page("1,赵文博,√\n2,钱进,√")
            + "\n"
            + &page("3,孙丽华,√\n4,阿依古丽·买买提,缺席")
            + &format!("实到人数,,{came}\n")
    };
    for (came, told) in [(3, false), (4, true)] {
        let out = facts(&[("第一支部花名册.csv", ROSTER), ("book.csv", &book(came))]);
        let issues = std::fs::read_to_string(out.path().join("issues.csv")).unwrap();
        assert_eq!(issues.contains("count-mismatch"), told, "{issues}");
        assert_eq!(table(&out.path().join("attendance.csv")).len(), 4);
    }
}

/// A sheet that is named for a day tells of another: one of the two is wrong.
#[test]
fn a_day_other_than_the_sheet_s_name_is_told() {
    let dir = folder(&[("第一支部花名册.csv", ROSTER)]);
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet().set_name("3.15").unwrap();
    let rows = [
        ["第一支部主题党日签到表", ""],
        ["时间：2026年3月5日", ""],
        ["姓名", "签到"],
        ["赵文博", "√"],
        ["钱进", "√"],
    ];
    for (row, cells) in rows.iter().enumerate() {
        sheet.write_row(row as u32, 0, *cells).unwrap();
    }
    book.save(dir.path().join("签到.xlsx")).unwrap();
    let out = tempfile::tempdir().unwrap();
    taizhang().arg("facts").arg(dir.path()).arg("--out").arg(out.path()).assert().success();
    let issues = std::fs::read_to_string(out.path().join("issues.csv")).unwrap();
    assert!(issues.contains("与工作表名“3.15”不一致"), "{issues}");
}

/// A sheet that only explains the marks speaks for the whole book.
#[test]
fn a_sheet_of_marks_is_of_the_whole_book() {
    let dir = folder(&[("第一支部花名册.csv", ROSTER)]);
    let mut book = rust_xlsxwriter::Workbook::new();
    let marks = [["姓名", "2026年3月5日主题党日"], ["赵文博", "√"], ["钱进", "△"], ["孙丽华", "○"]];
    let legend = [["考勤符号说明", ""], ["√", "出席"], ["△", "病假"], ["○", "缺席"]];
    for (name, rows) in [("第一支部考勤", marks), ("说明", legend)] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (row, cells) in rows.iter().enumerate() {
            sheet.write_row(row as u32, 0, cells.iter().filter(|text| !text.is_empty()).copied()).unwrap();
        }
    }
    book.save(dir.path().join("考勤.xlsx")).unwrap();
    let out = tempfile::tempdir().unwrap();
    taizhang().arg("facts").arg(dir.path()).arg("--out").arg(out.path()).assert().success();
    let marks = table(&out.path().join("attendance.csv"));
    let of = |name: &str| marks.iter().find(|f| f["name"] == name).map(|f| f["status"].as_str());
    assert_eq!(["赵文博", "钱进", "孙丽华"].map(of), [Some("present"), Some("leave"), Some("absent")]);
    let issues = std::fs::read_to_string(out.path().join("issues.csv")).unwrap();
    assert!(!issues.contains("unknown-sheet"), "{issues}");
}

/// Two lists side by side under one running number: both are read.
#[test]
fn lists_side_by_side_are_both_read() {
    let roster = "第一支部党员花名册\n序号,姓名,入党时间,姓名,入党时间\n1,赵文博,2010-05-01,钱进,2011-05-01\n2,孙丽华,2012-05-01,,\n";
    let hours = "第一支部2026年3月学时统计\n序号,姓名,学时,姓名,学时\n1,赵文博,2,钱进,3\n2,孙丽华,4,,\n";
    let out = facts(&[("名册.csv", roster), ("学时.csv", hours)]);
    let told = |file: &str, value: &str| -> Vec<String> {
        let rows = table(&out.path().join(file));
        let mut told: Vec<String> = rows.iter().map(|r| format!("{} {}", r["name"], r[value])).collect();
        told.sort();
        told
    };
    assert_eq!(told("members.csv", "joined"), ["孙丽华 2012-05-01", "赵文博 2010-05-01", "钱进 2011-05-01"]);
    assert_eq!(told("study_records.csv", "hours"), ["孙丽华 4", "赵文博 2", "钱进 3"]);
}

/// A list of the absent below one whose day is missing is of no session, least of all of one on another sheet.
#[test]
fn the_absent_of_a_session_that_was_not_read_are_of_no_other() {
    let dir = folder(&[("第一支部花名册.csv", ROSTER)]);
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, day) in [("一", "2026年3月5日"), ("二", "")] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        let rows = [
            ["第一支部主题党日签到表", ""],
            ["时间", day],
            ["姓名", "签到"],
            ["赵文博", "√"],
            ["孙丽华", "√"],
            ["缺席人员名单", ""],
            ["姓名", "原因"],
            [if day.is_empty() { "阿依古丽·买买提" } else { "钱进" }, "病假"],
        ];
        for (row, cells) in rows.iter().enumerate() {
            for (col, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
                sheet.write(row as u32, col as u16, *text).unwrap();
            }
        }
    }
    book.save(dir.path().join("签到.xlsx")).unwrap();
    let out = tempfile::tempdir().unwrap();
    taizhang().arg("facts").arg(dir.path()).arg("--out").arg(out.path()).assert().success();
    let marks = table(&out.path().join("attendance.csv"));
    let away: Vec<&str> =
        marks.iter().filter(|m| m["status"] == "leave").map(|m| m["name"].as_str()).collect();
    let issues = std::fs::read_to_string(out.path().join("issues.csv")).unwrap();
    assert_eq!(away, ["钱进"], "{issues}");
    assert!(issues.contains("no-date"), "{issues}");
}

/// A log may leave to the sign-in sheet who came: what it says of the session is kept.
#[test]
fn who_came_another_book_may_tell() {
    let out = facts(&[
        ("第一支部花名册.csv", ROSTER),
        (
            "台账.csv",
            "第一支部2026年台账\n日期,会议类型,内容,应到,实到,缺席人员\n3月5日,主题党日,植树,4,4,无\n3月12日,党课,学习党章,,,\n3月19日,党课,学习,,,\n",
        ),
        (
            "签到.csv",
            "第一支部2026年3月12日党课签到\n姓名,签到\n赵文博,√\n钱进,事假\n孙丽华,√\n阿依古丽·买买提,√\n",
        ),
    ]);
    let sessions = table(&out.path().join("sessions.csv"));
    let told: Vec<_> =
        sessions.iter().map(|s| format!("{} {} {}", s["date"], s["topic"], s["came"])).collect();
    assert_eq!(told, ["2026-03-05 植树 4", "2026-03-12 学习党章 3"]);
    let issues = table(&out.path().join("issues.csv"));
    let told: Vec<_> = issues.iter().map(|i| format!("{} {}", i["code"], i["cell"])).collect();
    assert_eq!(told, ["untold-session A5"]);
}

/// 一季度 beside 2月 says less of when a topic is due than the month does.
#[test]
fn a_month_says_more_than_its_quarter() {
    let out = facts(&[
        ("第一支部花名册.csv", ROSTER),
        (
            "计划.csv",
            "2026年理论学习计划\n季度,月份,学习专题,学时\n一季度,1月,二十大精神,2\n一季度,2月,党章,2\n二季度,4月,条例,2\n",
        ),
    ]);
    let plan = table(&out.path().join("study_plan.csv"));
    let months: Vec<&str> = plan.iter().map(|p| p["month"].as_str()).collect();
    assert_eq!(months, ["2026-01", "2026-02", "2026-04"]);
    assert_eq!(table(&out.path().join("issues.csv")), []);
}

/// One row of evidence may be of several people.
#[test]
fn a_row_of_evidence_may_name_several() {
    let out = facts(&[
        ("第一支部花名册.csv", ROSTER),
        (
            "志愿.csv",
            "第一支部志愿服务登记\n日期,服务内容,参加人员,时长\n2026-03-05,清扫街道,钱进、孙丽华,一个半小时\n",
        ),
    ]);
    let evidence = table(&out.path().join("evidence.csv"));
    let told: Vec<_> = evidence
        .iter()
        .map(|e| format!("{} {} {} {}", e["date"], e["name"], e["title"], e["value"]))
        .collect();
    assert_eq!(told, ["2026-03-05 钱进 清扫街道 1.5", "2026-03-05 孙丽华 清扫街道 1.5"]);
}

/// A note below a sign-in sheet that names another day is of another session; a span of days is of none.
#[test]
fn a_note_of_another_day_is_told() {
    let note = |note: &str| {
        let out = facts(&[
            ("第一支部花名册.csv", ROSTER),
            (
                "签到.csv",
                &format!(
                    "第一支部2026年3月12日党课签到表\n姓名,签到\n赵文博,√\n钱进,\n孙丽华,√\n阿依古丽·买买提,√\n{note}\n"
                ),
            ),
        ]);
        let marks = table(&out.path().join("attendance.csv"));
        let of = marks.iter().find(|m| m["name"] == "钱进").unwrap();
        let issues = table(&out.path().join("issues.csv"));
        let told: Vec<&str> = issues.iter().map(|i| i["code"].as_str()).collect();
        format!("{} {} {}", of["status"], of["leave_type"], told.join(" "))
    };
    assert_eq!(note("备注：3月12日钱进病假"), "leave sick ");
    assert_eq!(note("备注：3月5日钱进病假"), "unrecorded  unrecorded unplaced-note");
    assert_eq!(note("备注：钱进3月1日至20日病假"), "leave sick ");
}

/// A sheet each member, named by the sheet and by the title: its marks are of nobody else.
#[test]
fn a_sheet_each_member() {
    let dir = folder(&[("第一支部花名册.csv", ROSTER)]);
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, mark) in [("赵文博", "出席"), ("钱进", "请假（病假）"), ("孙丽华", "出席")] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        sheet.write(0, 0, format!("{name}同志参加组织生活情况")).unwrap();
        for (col, text) in ["日期", "会议类型", "出席情况"].iter().enumerate() {
            sheet.write(1, col as u16, *text).unwrap();
        }
        for (col, text) in ["2026-03-12", "党课", mark].iter().enumerate() {
            sheet.write(2, col as u16, *text).unwrap();
        }
    }
    book.save(dir.path().join("第一支部.xlsx")).unwrap();
    let out = tempfile::tempdir().unwrap();
    taizhang().arg("facts").arg(dir.path()).arg("--out").arg(out.path()).assert().success();
    let said: Vec<String> = table(&out.path().join("attendance.csv"))
        .iter()
        .map(|f| format!("{} {} {}{}", f["name"], f["kind"], f["status"], f["leave_type"]))
        .collect();
    assert_eq!(said, ["赵文博 lecture present", "钱进 lecture leavesick", "孙丽华 lecture present"]);
}

/// A legend of colours is told once, and is no note about anybody.
#[test]
fn colours_are_nobody() {
    let out = facts(&[
        ("第一支部花名册.csv", ROSTER),
        (
            "签到.csv",
            "第一支部党员大会签到表（2026年3月5日）\n姓名,签到\n赵文博,√\n钱进,√\n孙丽华,√\n阿依古丽·买买提,√\n注：黄色为请假，标红的未到\n",
        ),
    ]);
    let issues = table(&out.path().join("issues.csv"));
    let told: Vec<_> = issues.iter().map(|i| format!("{} {}", i["code"], i["cell"])).collect();
    assert_eq!(told, ["coloured A7"]);
}

/// A sheet on which every third row is a total is looked at within bounds, and its first totals are held to account.
#[test]
fn totals_without_end() {
    let rows: String = (0..15_000).map(|i| format!("赵文博,{}\n钱进,2\n合计,9\n", 1 + i % 3)).collect();
    let sheet = format!("第一支部2026年1月学时统计\n姓名,学时\n{rows}");
    let out = facts(&[("第一支部花名册.csv", ROSTER), ("学时.csv", &sheet)]);
    assert!(std::fs::read_to_string(out.path().join("issues.csv")).unwrap().contains("wrong-total"));
}

/// Lists of evidence in other words, and what is none: name, kind and title of each row.
#[test]
fn evidence_in_other_words() {
    for (text, expected) in [
        (
            "党员示范岗、责任区一览表\n岗位名称,责任人,责任区,职责\n窗口示范岗,钱进,一楼大厅,服务\n政策宣传岗,赵文博,社区,宣传\n",
            &["钱进 model_post 窗口示范岗", "赵文博 model_post 政策宣传岗"][..],
        ),
        (
            "2025年度“两优一先”表彰名单\n序号,荣誉称号,获得者,所在支部\n1,优秀共产党员,钱进,第一支部\n",
            &["钱进 honour 优秀共产党员"],
        ),
        (
            "第一支部党员发展情况台账\n姓名,性别,申请入党时间,确定积极分子时间\n张大山,男,2023.01,2023.07\n",
            &["张大山 development 申请入党", "张大山 development 确定积极分子"],
        ),
        (
            "党员示范岗设置情况\n岗位名称,责任人,职责,设岗时间\n窗口岗,钱进,咨询,2026年2月\n宣传岗,赵文博、孙丽华,宣传,2026.3\n",
            &["钱进 model_post 窗口岗", "赵文博 model_post 宣传岗", "孙丽华 model_post 宣传岗"],
        ),
        // What was done as a service is no plan, whoever it was.
        ("第一支部2026年志愿服务台账\n时间,服务内容,来了谁,时长\n3月5日,打扫卫生,几位同志,2\n", &[]),
    ] {
        let out = facts(&[("第一支部花名册.csv", ROSTER), ("book.csv", text)]);
        let said = |row: &std::collections::BTreeMap<String, String>| {
            ["name", "kind", "title"].map(|field| row[field].clone()).join(" ")
        };
        let found: Vec<String> = table(&out.path().join("evidence.csv")).iter().map(said).collect();
        assert_eq!(found, expected, "{text}");
        assert_eq!(table(&out.path().join("study_plan.csv")), [], "{text}");
    }
}

/// Whom a cell of a list of services means: the cell, those of the roster who served, and a code of what is told.
const SERVED: &[(&str, &str, &str)] = &[
    ("全体党员（钱进请假）", "赵文博 孙丽华 阿依古丽·买买提", ""),
    ("全体党员（除孙丽华外）", "赵文博 钱进 阿依古丽·买买提", ""),
    ("除阿依古丽·买买提外，全体党员", "赵文博 钱进 孙丽华", ""),
    ("第一支部全体党员", "赵文博 钱进 孙丽华 阿依古丽·买买提", ""),
    ("全体党员、入党积极分子", "赵文博 钱进 孙丽华 阿依古丽·买买提", ""),
    ("全体党员（刘不在请假）", "赵文博 钱进 孙丽华 阿依古丽·买买提", "unknown-member"),
    ("全体党员（赵文博、钱进）", "", "unread-words"),
    ("赵文博、钱进（因病未参加）", "赵文博", ""),
    ("赵文博 钱进", "赵文博 钱进", ""),
    ("赵文博等3人", "赵文博", "unread-words"),
    ("赵文博、钱进等", "赵文博 钱进", "unread-words"),
    ("赵文博（2小时）、钱进（3小时）", "赵文博 钱进", "unread-words"),
    ("全体党员（孙丽华除外）", "赵文博 钱进 阿依古丽·买买提", ""),
    ("全体党员（不含孙丽华）", "赵文博 钱进 阿依古丽·买买提", ""),
    ("8人", "", "unknown-value"),
];

#[test]
fn whom_a_list_of_services_means() {
    for (whom, expected, code) in SERVED {
        let text = format!(
            "第一支部2026年志愿服务记录\n日期,服务内容,参加人员,时长\n2026-03-05,植树,\"{whom}\",2\n"
        );
        let out = facts(&[("第一支部花名册.csv", ROSTER), ("志愿服务.csv", &text)]);
        let evidence = table(&out.path().join("evidence.csv"));
        let mut served: Vec<&str> = evidence.iter().map(|row| row["name"].as_str()).collect();
        let mut expected: Vec<&str> = expected.split_whitespace().collect();
        served.sort_unstable();
        expected.sort_unstable();
        let issues = table(&out.path().join("issues.csv"));
        assert_eq!(served, expected, "{whom}\n{issues:#?}");
        let told: Vec<&str> = issues
            .iter()
            .filter(|issue| issue["file"] == "志愿服务.csv" && issue["severity"] != "info")
            .map(|issue| issue["code"].as_str())
            .collect();
        assert_eq!(told.join(" "), *code, "{whom}\n{issues:#?}");
    }
}

/// How many were on leave and who they were, below one heading; likewise those who were absent.
/// The rows below the people say of each session across who led it, where it was and what it was about.
#[test]
fn rows_that_say_something_of_each_session() {
    let text = "第一支部2026年考勤表\n序号,姓名,3月5日党课,3月12日主题党日\n1,赵文博,√,√\n2,钱进,√,×\n会议主题,,学习党章,参观\n会议地点,,三楼会议室,党员活动室\n主持人,,赵文博,钱进\n";
    let out = facts(&[("第一支部花名册.csv", ROSTER), ("book.csv", text)]);
    let sessions = table(&out.path().join("sessions.csv"));
    let said: Vec<[&str; 3]> = sessions.iter().map(|s| [&*s["topic"], &*s["place"], &*s["host"]]).collect();
    assert_eq!(said, [["学习党章", "三楼会议室", "赵文博"], ["参观", "党员活动室", "钱进"]]);
    let issues = table(&out.path().join("issues.csv"));
    assert!(issues.iter().all(|issue| issue["code"] != "unknown-mark"), "{issues:?}");
}

#[test]
fn names_below_what_they_are_named_for() {
    let page = "<table><tr><td colspan=8>第一支部2026年党员大会考勤</td></tr>\
        <tr><td rowspan=2>会议日期</td><td rowspan=2>应到</td><td rowspan=2>实到</td><td colspan=3>请假</td><td colspan=2>缺席</td></tr>\
        <tr><td>人数</td><td>姓名</td><td>原因</td><td>人数</td><td>姓名</td></tr>\
        <tr><td>3月5日</td><td>4</td><td>2</td><td>1</td><td>钱进</td><td>出差</td><td>1</td><td>孙丽华</td></tr>\
        <tr><td>6月5日</td><td>4</td><td>4</td><td>0</td><td></td><td></td><td>0</td><td></td></tr></table>";
    let out = facts(&[("第一支部花名册.csv", ROSTER), ("book.xls", page)]);
    let attendance = table(&out.path().join("attendance.csv"));
    let said = |row: &std::collections::BTreeMap<String, String>| {
        ["date", "name", "status", "leave_type"].map(|field| row[field].clone()).join(" ")
    };
    let away: Vec<String> = attendance.iter().filter(|row| row["status"] != "present").map(said).collect();
    assert_eq!(away, ["2026-03-05 钱进 leave official", "2026-03-05 孙丽华 absent "]);
    assert_eq!(attendance.len(), 8);
}

/// One list of the members of two branches, told apart by a column, by rows between, side by side, or by nothing but them.
#[test]
fn a_list_of_the_whole_bureau_is_a_session_of_each_branch() {
    let roster = "党员花名册\n支部,姓名,入党时间\n第一支部,赵文博,2010-05-01\n第一支部,钱进,2010-05-01\n第二支部,孙丽华,2010-05-01\n第二支部,李文静,2010-05-01\n";
    for (text, told) in [
        ("支部,姓名,签到\n第一支部,赵文博,√\n,钱进,√\n第二支部,孙丽华,病假\n,李文静,√\n", None),
        ("姓名,签到\n第一支部,\n赵文博,√\n钱进,√\n第二支部,\n孙丽华,病假\n李文静,√\n", None),
        (
            "支部,姓名,签到,支部,姓名,签到\n第一支部,赵文博,√,第二支部,孙丽华,病假\n第一支部,钱进,√,第二支部,李文静,√\n",
            None,
        ),
        (
            "姓名,部门,签到\n赵文博,办公室,√\n钱进,社保,√\n孙丽华,退休,病假\n李文静,社保,√\n",
            Some("guessed-branch"),
        ),
        // Somebody of another branch alone may be a guest.
        ("姓名,签到\n赵文博,√\n钱进,√\n刘不在,√\n孙丽华,病假\n", Some("unknown-branch")),
    ] {
        let text = format!("党员大会签到表（2026年7月1日）\n{text}");
        let out = facts(&[("花名册.csv", roster), ("签到.csv", &text)]);
        let said: Vec<String> = table(&out.path().join("attendance.csv"))
            .iter()
            .map(|row| ["branch", "name", "status"].map(|field| row[field].clone()).join(" "))
            .collect();
        let all = [
            "第一支部 赵文博 present",
            "第一支部 钱进 present",
            "第二支部 孙丽华 leave",
            "第二支部 李文静 present",
        ];
        let expected: &[&str] = if told == Some("unknown-branch") { &[] } else { &all };
        assert_eq!(said, expected, "{text}");
        let issues = table(&out.path().join("issues.csv"));
        let codes: Vec<&str> = issues.iter().map(|issue| issue["code"].as_str()).collect();
        assert_eq!(codes, Vec::from_iter(told), "{text}");
    }
}

/// What a column is called is what is read of it: 类别 may be of members as well.
#[test]
fn a_grid_of_meetings_is_shown_as_it_is_read() {
    let text =
        "第一支部2026年三会一课开展情况\n类别,1月,3月\n党员大会,1月8日：无,3月12日：无\n党课,,3月20日：无\n";
    let dir = folder(&[("台账.csv", text)]);
    let shown = taizhang().arg("inspect").arg(dir.path().join("台账.csv")).output().unwrap();
    let shown = String::from_utf8(shown.stdout).unwrap();
    assert!(shown.contains("→ 会议类别") && shown.contains("各月会议表"), "{shown}");
}
