import type { LiveConfig } from "../../api/live-sources";

/** A way to begin: how something that many people want is asked. All of it can be changed. */
export type Recipe = {
  id: string;
  name: string;
  about: string;
  /** What to put in the place of the address. */
  hint: string;
  config: Partial<LiveConfig> & Pick<LiveConfig, "address">;
};

export const RECIPES: readonly Recipe[] = [
  {
    id: "json",
    name: "Any JSON address",
    about: "Points, balances or seats from your own API, for the recipient that the picture's address names.",
    hint: "Where your API gives one recipient's data. {{id}} stands for what the picture's address says.",
    config: {
      address: "https://api.example.com/customers/{{id}}",
      format: "json",
      values: {},
    },
  },
  {
    id: "sheet",
    name: "Google Sheet",
    about: "A sheet that you publish as comma-separated values; a row is found by one of its columns.",
    hint: "In the sheet: File, Share, Publish to web, Comma-separated values. Paste that address.",
    config: {
      address: "https://docs.google.com/spreadsheets/d/e/…/pub?output=csv",
      format: "csv",
      row: { column: "id", param: "id" },
      timeoutMs: 3_000,
      values: {},
    },
  },
  {
    id: "feed",
    name: "Blog or news feed",
    about: "Title, picture and date of the newest entry of an RSS, Atom or JSON feed.",
    hint: "The address of the feed, such as https://blog.example.com/feed.xml.",
    config: {
      address: "https://blog.example.com/feed.xml",
      format: "feed",
      timeoutMs: 2_000,
      cacheSeconds: 900,
      values: {
        Title: "/items/0/title",
        Image: "/items/0/image",
        Date: "/items/0/published",
        Link: "/items/0/link",
      },
    },
  },
  {
    id: "weather",
    name: "Weather",
    about: "The weather now where the recipient is, by open-meteo.com. Another service works as well.",
    hint: "The picture's address says lat and lon. Open-Meteo is free for non-commercial use; see its terms.",
    config: {
      address:
        "https://api.open-meteo.com/v1/forecast?latitude={{lat}}&longitude={{lon}}&current=temperature_2m,wind_speed_10m,weather_code&timezone=auto",
      format: "json",
      timeoutMs: 1_500,
      cacheSeconds: 900,
      values: {
        Temperature: "/current/temperature_2m",
        Unit: "/current_units/temperature_2m",
        Wind: "/current/wind_speed_10m",
      },
    },
  },
  {
    id: "products",
    name: "Product list",
    about:
      "Name, price and picture of a product that your shop gives as JSON, such as what is still in stock.",
    hint: "Where your shop gives one product as JSON. {{sku}} stands for what the picture's address says.",
    config: {
      address: "https://shop.example.com/products/{{sku}}.json",
      format: "json",
      cacheSeconds: 60,
      values: { Name: "/name", Price: "/price", Stock: "/stock", Image: "/image" },
    },
  },
];
