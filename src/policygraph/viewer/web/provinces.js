// The provinces as equal squares, each near where it lies: a map without borders, on which small and large count alike.

/** Column and row by the first two digits of the code (GB/T 2260), and the letters of ISO 3166-2:CN. */
export const TILES = /** @type {Record<string, readonly [number, number, string]>} */ ({
  23: [7, 0, "HL"], 15: [5, 1, "NM"], 22: [7, 1, "JL"], 65: [0, 2, "XJ"], 62: [2, 2, "GS"], 64: [3, 2, "NX"], 14: [4, 2, "SX"], 13: [5, 2, "HE"],
  11: [6, 1, "BJ"], 12: [6, 2, "TJ"], 21: [7, 2, "LN"], 63: [1, 3, "QH"], 61: [3, 3, "SN"], 41: [4, 3, "HA"], 37: [5, 3, "SD"], 54: [0, 4, "XZ"],
  51: [2, 4, "SC"], 50: [3, 4, "CQ"], 42: [4, 4, "HB"], 34: [5, 4, "AH"], 32: [6, 4, "JS"], 31: [7, 4, "SH"], 53: [1, 5, "YN"], 52: [2, 5, "GZ"],
  43: [3, 5, "HN"], 36: [4, 5, "JX"], 33: [6, 5, "ZJ"], 45: [3, 6, "GX"], 44: [4, 6, "GD"], 35: [5, 5, "FJ"], 46: [3, 7, "HI"],
});
export const COLUMNS = 8;
export const ROWS = 8;
/** Their names as they stand on the map where the graph has nothing of them. */
export const NAMES = /** @type {Record<string, string>} */ ({
  11: "北京", 12: "天津", 13: "河北", 14: "山西", 15: "内蒙古", 21: "辽宁", 22: "吉林", 23: "黑龙江", 31: "上海", 32: "江苏", 33: "浙江", 34: "安徽",
  35: "福建", 36: "江西", 37: "山东", 41: "河南", 42: "湖北", 43: "湖南", 44: "广东", 45: "广西", 46: "海南", 50: "重庆", 51: "四川", 52: "贵州",
  53: "云南", 54: "西藏", 61: "陕西", 62: "甘肃", 63: "青海", 64: "宁夏", 65: "新疆",
});
