import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { hanTable } from "../testing/han-table";
import { hanRegion } from "./han-region";
import { HAN_TABLE } from "./han-table";

it("knows characters as the standards have them: RENEW_HAN=1 writes the table", async () => {
  const table = hanTable();
  if (process.env.RENEW_HAN) {
    const text = `/** Made by \`testing/han-table.ts\`, which says what it holds; \`han-region.test.ts\` holds the two together. */
export const HAN_TABLE =
  ${JSON.stringify(table)};
`;
    await writeFile(join(import.meta.dirname, "han-table.ts"), text);
  } else expect(HAN_TABLE).toBe(table);
});

const NAMES = {
  JP: `渡邉直樹 渡邊直樹 渡辺謙 鈴木一郎 高橋大輔 長谷川博己 斎藤隆 齋藤孝 橋本環奈 岡田准一 小澤征爾 黒澤明 深澤直人
    濱田岳 浜崎 堀北 辻 畑中 栃木 込山 峠 桜井翔 広末 関根 塩谷 沢村 髙木 宮﨑 佐々木希 井上雄彦 近藤勇 松井秀喜 山田太郎
    佐藤健 中村獅童 田中将大 丸山眞男 嶋田 千葉真一 様 さくら カナ`,
  TC: `陳怡君 陳志明 張惠婷 張志強 黃國倫 李登輝 吳宗憲 劉德華 楊丞琳 許光漢 鄭成功 謝霆鋒 賴清德 周杰倫 蘇貞昌 莊智淵
    羅志祥 蕭敬騰 簡嫚書 朱立倫 鍾楚紅 盧廣仲 梁朝偉 顏清標 歐陽娜娜 諸葛亮 鄧麗君 馮德倫 國立臺灣大學 龍應台
    親愛的陳先生 親愛的張小姐 廣東 臺北市`,
  SC: `王伟 李娜 刘洋 陈静 张晓丽 杨幂 黄晓明 赵薇 孙俪 马云 欧阳娜娜 诸葛亮 龙丹妮 罗永浩 郑爽 谢娜 尊敬的王先生 亲爱的客户
    你好 世界 北京 上海 中国 万茜 林丹 何炅 姚明 田亮 石磊 禅`,
  KR: "김철수金 金서울 서울",
};

it.each(
  Object.entries(NAMES).flatMap(([region, names]) =>
    names.split(/\s+/).map((name) => [name, region] as const),
  ),
)("%s is written in %s", (name, region) => {
  expect(hanRegion(name)).toBe(region);
});

it.each([
  ["山中", "SC"],
  ["山中さん", "JP"],
  ["山中ㄅ", "TC"],
  ["陳 鈴木", "TC"],
  ["鈴木", "JP"],
  ["Anna", "SC"],
  ["", "SC"],
])("%j, which the characters alone leave open, is %s", (text, region) => {
  expect(hanRegion(text)).toBe(region);
});
