import Schema

// The keys of edition.yaml, in the order that the reference lists them.

extension KeyTable {
  /// edition.yaml.
  package static let edition = KeyTable(
    "edition",
    [
      Key("banxin", .text, "文件格式版本，现为 1", required: true),
      Key("paper", .text, "报名", required: true),
      Key("date", .date, "出版日期，如 \"2026-03-18\"", required: true),
      Key("issue", .text, "期号"),
      Key("special", .text, "号外、增刊、增期：一版要照这几个字标明"),
      Key("weekday", .text, "星期；不写则推算，写了则核对"),
      Key("lunar", .text, "农历；不写则推算，写了则核对"),
      Key("lang", .choice(languages), "文种和地区"),
      Key(
        "masthead", .named(nil),
        "报头的各行：name、art、tagline、supervisor 主管、organizer 主办、publisher、printer 印刷、registration、postal-code 邮发代号、website、phone、address、price、ad-licence 等；qr、qr-caption 二维码；barcode 或 issn 与 barcode-issue 条码"
      ),
      Key("weather", .list(weather), "天气，在 holds: weather 的框里"),
      Key("fonts", .map(fonts), "字体；不写则用自带的"),
      Key("styles", .path, "样式表；不写则用自带的"),
      Key("rules", .path, "规矩：付印的限度、检查的轻重；不写则用自带的"),
      Key("pages", .list(page), "各版，依次", required: true),
      Key("articles", .path, "稿件，如 articles/*.md"),
      Key("ads", .path, "广告登记，如 ads/ads.yaml"),
      Key("output", .map(output), "输出"),
      Key("policy", .map(policy), "出错时的办法"),
      Key("limits", .map(limits), "上限"),
    ])

  static let languages = ["zh-Hans", "zh-Hant-TW", "zh-Hant-HK", "ja", "ko"]

  static let page = KeyTable(
    "page",
    [
      Key("code", .text, "版号，如 1、A01", required: true),
      Key("name", .text, "版名，如 要闻"),
      Key("layout", .path, "版式：本期的路径，或自带版式的名字", required: true),
      Key("teasers", .list(teaser), "导读"),
      Key("editor", .text, "编辑、版式、校对等署名"),
      Key(
        "side", .choice(PageSide.allCases.map(\.rawValue)),
        "在摊开的左边还是右边；不写则单页在右、双页在左；fold 是中缝"),
      Key("phone", .text, "报眉上的电话"),
    ])

  static let teaser = KeyTable(
    "teaser",
    [
      Key("title", .lines, "标题，可分行", required: true),
      Key("page", .text, "在哪一版", required: true),
      Key("section", .text, "版名"),
      Key("photo", .path, "题旁的图"),
    ])

  static let weather = KeyTable(
    "weather",
    [
      Key("place", .text, "地方", required: true),
      Key("sky", .text, "天空状况，如 晴、多云转小雨", required: true),
      Key("low", .integer(-90...60), "最低气温，度"),
      Key("high", .integer(-90...60), "最高气温，度"),
      Key("wind", .text, "风，如 东北风3级"),
    ])

  static let fonts = KeyTable(
    "fonts",
    [
      Key("search", .texts, "本期内放字体的文件夹"),
      Key("system", .flag, "只能是 false：不用系统字体，换机器不变样"),
      Key("families", .named(family), "角色: {file, face, sha256}"),
      Key("composites", .named(composite), "复合字体: {han, kana, punctuation, latin, digits}"),
      Key("fallback", .texts, "缺字时依次查找的角色"),
    ])

  static let family = KeyTable(
    "font family",
    [
      Key("file", .path, "字体文件", required: true),
      Key("face", .integer(0...255), "文件里的第几个字体，从 0 数"),
      Key("sha256", .text, "文件的 SHA-256"),
    ])

  static let composite = KeyTable(
    "composite font",
    [
      Key("han", .map(compositePart), "汉字，必有", required: true),
      Key("kana", .map(compositePart), "假名；不写同汉字"),
      Key("punctuation", .map(compositePart), "标点；不写同汉字"),
      Key("latin", .map(compositePart), "西文；不写听样式的 latin"),
      Key("digits", .map(compositePart), "数字；不写同西文"),
    ])

  static let compositePart = KeyTable(
    "composite part",
    [
      Key("role", .text, "字体角色", required: true),
      Key("size", .number, "字号，如 105%"),
      Key("shift", .number, "上移，字，如 0.02"),
      Key("width", .number, "字宽，如 95%"),
    ])

  static let output = KeyTable(
    "output",
    [
      Key("formats", .texts, "pdf、png、epaper、json"),
      Key("pdf", .map(pdfOutput), "PDF 的做法"),
      Key("png", .map(pngOutput), "PNG 的做法"),
    ])

  static let pdfOutput = KeyTable(
    "pdf output",
    [
      Key("profile", .choice(["proof", "print"]), "打样或付印"),
      Key("pdfx", .choice(["x4", "x1a"]), "付印按 PDF/X-4（不写即是）或 PDF/X-1a:2003"),
      Key("icc", .path, "付印条件的 ICC 文件；不写则用自带的新闻纸"),
      Key("marks", .flag, "裁切、套准标记、色标和版注"),
    ])

  static let pngOutput = KeyTable("png output", [Key("ppi", .integer(36...1200), "每英寸像素")])

  static let policy = KeyTable(
    "policy",
    [
      Key("overset", .choice(["error", "warn"]), "排不下"),
      Key("missing-glyph", .choice(["error", "warn"]), "缺字"),
      Key("broken-article", .choice(["placeholder", "hold", "last-good", "fail"]), "稿件坏了"),
      Key("broken-ad", .choice(["white-box", "last-good", "fail"]), "广告坏了"),
    ])

  static let limits = KeyTable(
    "limits",
    [
      Key("article-chars", .integer(1_000...1_000_000), "一篇稿最多多少字"),
      Key("image-megapixels", .integer(1...1_000), "一幅图最多多少百万像素"),
      Key("page-seconds", .integer(1...600), "一版最多排多少秒"),
      Key("memory-mb", .integer(128...65_536), "一版最多用多少内存"),
    ])
}
