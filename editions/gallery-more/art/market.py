"""Invents the closing quotations of 27 March 2026: python market.py  (writes ../tables/*.csv; the same numbers on every run)."""
import csv
import pathlib
import random

OUT = pathlib.Path(__file__).resolve().parent.parent / "tables"
SECTORS = {
    "工业": "云舟精机 青石重工 北埠船舶 砚江电机 埠前轴承 柳堤水泵 镜塘玻璃 南浦化纤 红砖建材 桐油涂料 望江光学 夕照陶瓷 锦屏纸业 竹里家居 栖木家居 砚江锅炉 青石铸管 北埠电缆 柳堤纺机 镜塘仪表",
    "交通港航": "北埠港务 砚江轻轨 渡口公交 砚运航运 三桥路桥 埠前物流 南浦仓储 砚江机场 望江客运 柳堤拖轮 江海班轮 青石客站",
    "商业旅游": "江岸书业 桐油百货 镜塘花市 南浦商城 红砖院线 砚江饭店 栖木广场 夕照食街 望江超市 埠前粮油 渡口旅游 柳堤酒店 锦屏电商 青石药房",
    "农林食品": "栖霜茶业 栖霜种苗 锦屏茶油 南浦食品 砚江渔业 北埠冷链 老骆豆坊 镜塘菱藕 柳堤乳业 青石酒业 竹里笋业 埠前面业 望江米业 桐油调味",
    "科技医药": "砚江软件 望江微电 云舟智控 镜塘光电 柳堤数据 北埠雷达 南浦生物 青石医药 砚石传媒 栖霜药材 砚江通信 埠前电池 渡口支付 红砖文创 锦屏种业 夕照照明 竹里材料 望江眼科",
    "公用事业": "砚江水务 砚江供电 青石热力 北埠燃气 南浦环保 镜塘水利 柳堤园林 栖霜水电 望江管网 埠前净水 锦屏风电 三桥照明",
    "金融": "渡口银行 砚江农商 望江证券 北埠信托 南浦租赁 镜塘担保 江海保险 砚江期货 渡口基金 栖木投资",
    "地产建筑": "砚江城建 望江地产 南浦置业 北埠开发 镜塘建设 柳堤置地 青石建工 夕照物业 红砖园区 三桥建设 埠前城投 锦屏文旅",
}
MOOD = {"工业": 0.9, "交通港航": 2.6, "商业旅游": 1.1, "农林食品": 1.9, "科技医药": 0.3, "公用事业": 0.2, "金融": 0.6, "地产建筑": -0.9}
FIXED = {"江海班轮": 9.99, "北埠港务": 7.84, "栖霜茶业": 6.53, "望江地产": -6.21, "镜塘光电": -4.87, "云舟精机": 3.46, "渡口银行": 0.75}
SUSPENDED = {"锦屏纸业", "南浦租赁"}
g = random.Random(20260327)


def signed(x, digits=2):
    x = round(x, digits)
    return ("+" if x > 0 else "−" if x < 0 else "") + f"{abs(x):.{digits}f}"


def write(name, rows):
    with open(OUT / name, "w", encoding="utf-8", newline="") as f:
        csv.writer(f, lineterminator="\n").writerows(rows)


def quotes():
    rows, moves = [["代码", "简称", "昨收", "最高", "最低", "收盘", "涨跌%", "成交", "市盈率"]], []
    for number, (sector, names) in enumerate(SECTORS.items(), 1):
        rows.append([f"◆　{sector}　◆"] + ["<"] * 8)
        for i, name in enumerate(names.split(), 1):
            before = round(g.uniform(3.2, 11) * g.choice((1, 1, 1, 1.8, 3.2)), 2)
            code, ratio = f"{number}{i:03}", f"{g.uniform(9, 58):.1f}"
            if name in SUSPENDED:
                rows.append([code, name, f"{before:.2f}", "—", "—", "停牌", "—", "—", ratio])
                continue
            target = FIXED.get(name, max(-6, min(6, g.gauss(MOOD[sector], 1.7))))
            close = round(before * (1 + target / 100), 2)
            change = (close / before - 1) * 100
            high = round(min(max(before, close) * (1 + abs(g.gauss(0, 0.009))), before * 1.1), 2)
            low = round(min(before, close) * (1 - abs(g.gauss(0, 0.008))), 2)
            if change > 9.9:
                high = close
            volume = g.uniform(60, 900) * (1 + abs(change) / 3)
            rows.append([code, name, f"{before:.2f}", f"{high:.2f}", f"{low:.2f}", f"{close:.2f}", signed(change), f"{volume:.0f}", ratio if g.random() > 0.07 else "亏损"])
            moves.append((change, name, close, volume, sector))
    write("quotes.csv", rows)
    moves.sort()
    top, bottom = moves[::-1][:8], moves[:8]
    write("movers.csv", [["涨幅居前", "<", "<", "跌幅居前", "<", "<"], ["简称", "收盘", "涨%", "简称", "收盘", "跌%"]] +
          [[u[1], f"{u[2]:.2f}", signed(u[0]), d[1], f"{d[2]:.2f}", signed(d[0])] for u, d in zip(top, bottom)])
    up, down = sum(m[0] > 0 for m in moves), sum(m[0] < 0 for m in moves)
    print("up", up, "down", down, "level", len(moves) - up - down, "volume 亿股", sum(m[3] for m in moves) / 1e4, "turnover 亿元", sum(m[3] * m[2] for m in moves) / 1e4)
    print({s: round(sum(m[0] for m in moves if m[4] == s) / sum(m[4] == s for m in moves), 2) for s in SECTORS})
    print(top, bottom, sep="\n")


def index():
    days = "2.26 2.27 3.2 3.3 3.4 3.5 3.6 3.9 3.10 3.11 3.12 3.13 3.16 3.17 3.18 3.19 3.20 3.23 3.24 3.25 3.26 3.27".split()
    close = [1331.6, 1338.2, 1329.4, 1318.7, 1312.3, 1306.8, 1315.5, 1321.9, 1317.2, 1309.4, 1301.7, 1308.6, 1319.8, 1334.1, 1341.5, 1337.6, 1349.9, 1356.4, 1352.8, 1361.7, 1379.3, 1396.5]
    write("index.csv", [["日期", "收盘", "五日均线"]] + [[d, c, f"{sum(close[i - 4:i + 1]) / 5:.1f}" if i > 3 else "—"] for i, (d, c) in enumerate(zip(days, close))])


def funds():
    rows = [["代码", "基金简称", "单位净值", "累计净值", "日涨跌%"]]
    names = "渡口稳健混合 渡口成长股票 渡口双利债券 渡口江海指数 渡口养老三年 渡口蓝筹精选 望江价值优选 望江消费主题 望江科技先锋 望江短债 望江均衡配置 望江红利指数 砚江农商添利 砚江民生股票 砚江绿色低碳 砚江港航主题 砚江增强回报 北埠灵活配置 北埠先进制造 北埠纯债一年 南浦医药健康 南浦优势企业 江海综指联接 江海转债增益".split()
    for i, name in enumerate(names):
        steady = any(w in name for w in ("债", "添利", "养老"))
        unit = g.uniform(1.01, 1.15) if steady else g.uniform(0.86, 2.4)
        change = g.gauss(0.04, 0.05) if steady else 2.97 if "港航" in name else 1.18 if "综指" in name else g.gauss(1.0, 0.75)
        rows.append([f"9{i + 1:03}", name, f"{unit:.4f}", f"{unit + g.choice((0, 0, 0.12, 0.35, 0.68)):.4f}", signed(change)])
    write("funds.csv", rows)


def foreign():
    rows = [["币种", "现汇买入", "现钞买入", "卖出"]]
    for name, middle in (("美元", 700.4), ("欧元", 812.6), ("英镑", 931.8), ("日元", 4.592), ("港元", 89.86), ("澳大利亚元", 468.3), ("加拿大元", 511.7), ("新加坡元", 546.9), ("瑞士法郎", 873.5), ("泰国铢", 21.34), ("新西兰元", 412.6)):
        digits = 4 if middle < 10 else 2
        rows.append([name] + [f"{middle * k:.{digits}f}" for k in (0.998, 0.9899, 1.0022)])
    write("foreign.csv", rows)
    write("metals.csv", [["品种", "单位", "均价", "涨跌"], ["电解铜", "元/吨", "81460", "+320"], ["铝锭", "元/吨", "21085", "−45"], ["锌锭", "元/吨", "23310", "+90"], ["铅锭", "元/吨", "16870", "持平"],
                         ["锡锭", "元/吨", "268500", "+1200"], ["镍板", "元/吨", "124300", "−650"], ["黄金", "元/克", "872.40", "+4.15"], ["白银", "元/千克", "9836", "+58"], ["铂金", "元/克", "312.60", "−1.20"]])


for make in (quotes, index, funds, foreign):
    make()
