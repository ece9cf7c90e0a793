"""Chinese words of a list."""

from collections.abc import Mapping

WORDS: Mapping[str, str | tuple[str, str]] = {
    # below and beside the citations
    "others": "等{n}人", "more": "另有{n}篇", "all-names": "全部作者", "abstract": "摘要",
    "extended": "扩展版发表于{venue}",
    "also": "亦发表于{venue}",
    # roles in the legend
    "equal": "共同贡献", "corresponding": "通讯作者", "supervision": "共同指导",
    "alphabetical": "作者按字母顺序排列",
    "student": "学生", "deceased": "已故",
    # headings
    "no-date": "日期不详", "before-christ": "公元前{year}年", "new": "新增", "changed": "有改动",
    # states of works without a date
    "state-in-press": "出版中", "state-to-appear": "即将发表", "state-to-be-published": "即将发表",
    "state-appearing": "即将发表", "state-forthcoming": "即将出版", "state-accepted": "已接收",
    "state-submitted": "已投稿",
    "state-in-submission": "已投稿", "state-under-review": "审稿中", "state-in-review": "审稿中",
    "state-in-revision": "修改中", "state-under-revision": "修改中", "state-in-preparation": "准备中",
    "state-ongoing": "进行中", "state-online-first": "网络首发", "state-early-access": "提前在线发表",
    "state-advance-online-publication": "提前在线发表", "state-pre-published": "预发表",
    "state-preprint": "预印本",
    "state-pre-print": "预印本", "state-unpublished": "未发表",
    # kinds of work
    "kind-journal": "期刊论文", "kind-conference": "会议论文", "kind-workshop": "研讨会论文",
    "kind-preprint": "预印本",
    "kind-book": "著作", "kind-chapter": "书章", "kind-thesis": "学位论文", "kind-report": "报告",
    "kind-patent": "专利",
    "kind-dataset": "数据集", "kind-software": "软件", "kind-talk": "报告与演讲", "kind-magazine": "杂志文章",
    "kind-newspaper": "报纸文章", "kind-webpage": "网页", "kind-other": "其他",
    # badges
    "badge-oral": "口头报告", "badge-spotlight": "亮点报告", "badge-highlight": "重点论文",
    "badge-presentation": "报告",
    "badge-bestpaper": "最佳论文", "badge-award": "获奖", "badge-honorable": "荣誉提名",
    # the line that counts a list: one, and any other number
    "works": "论著{n}篇", "first-author": "第一作者{n}篇", "count-badge": "{badge}{n}篇",
    "summary-kinds": "{works}（{kinds}）", "summary-comma": "，", "count-journal": "期刊{n}篇",
    "count-conference": "会议{n}篇", "count-workshop": "研讨会{n}篇", "count-preprint": "预印本{n}篇",
    "count-book": "著作{n}部", "count-chapter": "书章{n}篇", "count-thesis": "学位论文{n}篇",
    "count-report": "报告{n}篇",
    "count-patent": "专利{n}项", "count-dataset": "数据集{n}个", "count-software": "软件{n}个",
    "count-talk": "报告与演讲{n}场", "count-magazine": "杂志文章{n}篇", "count-newspaper": "报纸文章{n}篇",
    "count-webpage": "网页{n}个", "count-other": "其他{n}项", "count-badge-oral": "口头报告{n}篇",
    "count-badge-spotlight": "亮点报告{n}篇", "count-badge-highlight": "重点论文{n}篇",
    "count-badge-presentation": "报告{n}场", "count-badge-bestpaper": "最佳论文{n}篇",
    "count-badge-award": "获奖{n}项",
    "count-badge-honorable": "荣誉提名{n}项",
    # news
    "and": "和", "last-and": "和", "numbers": "一 两 三 四 五 六 七 八 九 十",
    "dated-one": "[{MM}/{year}] {Count}篇论文{names}被{venue}接收。",
    "dated-many": "[{MM}/{year}] {Count}篇论文（{names}）被{venue}接收。",
    "counted-one": "{names}被{venue}接收。（{year}年{M}月）",
    "counted-many": "{n}篇论文（{names}）被{venue}接收。（{year}年{M}月）",
    "counted-one-badge": "{names}被{venue}接收（{badge}）。（{year}年{M}月）",
    "counted-many-badge": "{n}篇论文（{names}）被{venue}接收（{badges}）。（{year}年{M}月）",
    "oral": "口头报告",
    "orals": "口头报告", "spotlight": "亮点报告", "spotlights": "亮点报告", "news": "新闻",
    # the page
    "publications": "论文列表", "permanent-link": "永久链接", "light-dark": "浅色或深色", "search": "搜索",
    "all": "全部", "by-year": "年份", "by-type": "类型", "by-person": "人物", "by-keyword": "关键词",
    "by-badge": "荣誉", "selected": "仅精选", "clear": "全部清除", "count-shown": "{n} / {all}",
    "nothing-found": "没有找到结果。", "copy": "复制", "copied": "已复制",
    "open-access": "开放获取", "picture-of": "“{title}”的图片", "copy-citation": "复制引文",
    "chart": "按年份和类型统计的论文", "list-as": "本列表的格式", "feed": "订阅",
    "all-publications": "全部论文",
    "own-name": "中文", "language": "语言", "profiles": "个人主页", "rest": "其他",
}  # fmt: skip
