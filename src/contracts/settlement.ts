import type { ExpiryRule } from "./contract";
import { CHECKED_ON } from "./sources";

/** How a dated contract ends. All contracts of the catalogue settle in cash: nothing is delivered. */
export interface Settlement {
  /** Time at which trading in the expiring contract ends, on its last trading day. */
  readonly lastTrade: string;
  readonly price: string;
  readonly source: string;
  readonly checkedOn: string;
}

export const SETTLEMENT: Readonly<Record<ExpiryRule, Settlement>> = {
  "us-equity": {
    lastTrade: "09:30 New York",
    price:
      "special opening quotation: from each share's first trade that morning, wherever it opens; " +
      "not the index at 09:30",
    source: "cmegroup.com, E-mini S&P 500 contract specifications",
    checkedOn: CHECKED_ON,
  },
  "cme-crypto": {
    lastTrade: "16:00 London",
    price: "CME CF reference rate of the coin at 16:00 London",
    source: "cmegroup.com, Bitcoin and Ether contract specifications",
    checkedOn: CHECKED_ON,
  },
  "cme-friday": {
    lastTrade: "16:00 New York",
    price: "CME CF Bitcoin Reference Rate, New York variant",
    source: "cmegroup.com/articles/2024/bitcoin-friday-futures-your-new-bff.html",
    checkedOn: CHECKED_ON,
  },
  "cme-nikkei": {
    lastTrade: "17:00 New York",
    price: "Osaka's special opening quotation of the second Friday",
    source: "cmegroup.com, Nikkei/USD contract specifications",
    checkedOn: CHECKED_ON,
  },
  eurex: {
    lastTrade: "12:00 Frankfurt (EURO STOXX 50), 13:00 Frankfurt (DAX)",
    price: "EURO STOXX 50: average of the index from 11:50 to 12:00; DAX: Xetra's midday auction",
    source: "eurex.com, EURO STOXX 50 and DAX futures",
    checkedOn: CHECKED_ON,
  },
  "ice-ftse": {
    lastTrade: "as soon as practicable after 10:15 London",
    price: "exchange delivery settlement price: the London Stock Exchange's intraday auction",
    source: "theice.com, FTSE 100 Index Future",
    checkedOn: CHECKED_ON,
  },
  hkex: {
    lastTrade: "16:00 Hong Kong",
    price: "average of the index at intervals of 5 minutes on the last trading day",
    source: "sinorichhk-en.com, Hong Kong futures specifications",
    checkedOn: CHECKED_ON,
  },
  asx: {
    lastTrade: "12:00 Sydney",
    price: "special opening quotation of the S&P/ASX 200",
    source: "asx.com.au, SPI 200 contract specifications",
    checkedOn: CHECKED_ON,
  },
};
