/** Where the figures of the worked examples were published: a page, a book, or the tests of another program. */
export const SOURCES = {
  equityFutures: {
    title: "Equity Futures & Portfolio Hedging: How to Hedge with Index Futures",
    url: "article",
  },
  usStockFutures: {
    title: "A Complete Guide to US Stock Futures: From Basic Concepts to Risk Management",
    url: "article",
  },
  cmeNotional: {
    title: "CME Group, Discover Equity Index Notional Value and Price",
    url: "https://www.cmegroup.com/education/courses/introduction-to-equity-index-products/discover-equity-index-notional-value-and-price.html",
  },
  cmePerformanceBonds: {
    title: "CME Group, Performance Bonds FAQ",
    url: "https://www.cmegroup.com/solutions/risk-management/performance-bonds-margins/faq-performance-bonds-margins.html",
  },
  cmeSpread: {
    title: "CME Group, Stock Index Spread Opportunities, 2014-04-30",
    url: "https://activetrader.cmegroup.com/additional-resources/stock-index-spread-opportunities",
  },
  hedgingSpot: {
    title: "Hedging Your Spot Portfolio with Derivatives: A Practical Playbook",
    url: "article",
  },
  hullIndexHedge: {
    title: "Hull, Options, Futures, and Other Derivatives, section 3.5 and table 3.4: index hedge",
    url: "book",
  },
  hullTwentyMillion: {
    title: "Hull, chapter 3: 20 million of beta 1.2, index at 1,080",
    url: "https://www.edu.com/homework-helper/math/question/844912/a-company-has-a-20-million-portfolio-with-a-beta-of-1-2-it-would-like-to-use-futures-contracts-on-the-s-p-500-to-hedge-i",
  },
  hullMini: {
    title: "Hull, chapter 3: 50,000 shares at 30 dollars, beta 1.3, mini S&P at 1,500",
    url: "https://cpanel.uap.edu.pe/profesionales/15024470",
  },
  justaaa: {
    title: "Exercise: 10 million of beta 1.75, mini S&P at 2,767",
    url: "https://justaaa.com/finance/357004-the-s-and-p-500-is-currently-valued-at-2700-and",
  },
  brainmass: {
    title: "Exercise: 2 million of beta 1.2, 1,200 × 500",
    url: "https://brainmass.com/business/business-law/portfolio-return-stock-market-declines-432064",
  },
  schweserHallen: {
    title: "Schweser: Hallen, 78 million of beta 0.95, 40 percent more, 856 × 250",
    url: "https://www.gaodun.com/q/803vwk",
  },
  cfaMock2014: {
    title: "CFA Institute, mock exam 2014: 24 contracts, effective beta",
    url: "https://300hours.com/f/cfa/level-3/t/cfai-2014-mock-pm-c-allison-q1",
  },
  cfaDax: {
    title: "CFA Institute, curriculum: 50 million into the DAX",
    url: "https://rl.huuu.biz/r/CFA/comments/1mipahl/using_futures_to_change_allocation/n75irly/?context=3",
  },
  wodefinance: {
    title: "Chinese textbook: betas 0.9, 1.5 and 2.1; 13 contracts",
    url: "https://wodefinance.com/Futuresplatform/etpbzpskhn.html",
  },
  analystspace: {
    title: "Market-risk exercise after Hull, chapter 3: 12 million of beta 1.4",
    url: "http://forum.theanalystspace.com/viewthread.php?ordertype=2&tid=553747",
  },
  edupristine: {
    title: "FRM exercise: 50 million of beta 1.6, 1,190 × 250",
    url: "http://www.edupristine.com/discuss/viewtopic.php?f=12&t=679",
  },
  cfaQTech: {
    title: "CFA Institute, curriculum: Q-Tech Advisors",
    url: "https://www.analystforum.com/t/futures-to-adjust-asset-allocation/64012",
  },
  cfaMock2009: {
    title: "CFA Institute, mock exam 2009, question 47: synthetic cash",
    url: "https://www.analystforum.com/t/synthetic-cash-from-equity-futures/71140",
  },
  cmeHedging: {
    title: "CME Group, Hedging and Risk Management for Equity Index Futures",
    url: "https://peterknightadvisor.com/2018/02/09/hedging-and-risk-management-for-equity-index-futures/",
  },
  portfolioBalancing: {
    title: "Portfolio Balancing: Integrating Futures as Portfolio Stabilizers",
    url: "article",
  },
  binanceGuide: {
    title: "Binance, A Beginner's Guide to Futures Trading",
    url: "https://binance.com/en-IN/support/announcement/a-beginner-s-guide-to-futures-trading-360039304272",
  },
  nautilusPositions: {
    title: "nautilus_trader, unit tests of positions, with BitMEX's P&L guide",
    url: "https://github.com/nautechsystems/nautilus_trader, tests/unit_tests/model/test_position.py at a95c8042",
  },
  bybitUsdt: {
    title: "Bybit, P&L calculations (USDT Contract)",
    url: "https://help.bybit.com/hc/en-us/articles/900000630066-P-L-calculations-USDT-Contract-",
  },
  brilliantAssignment: {
    title: "Exercise: S&P at 2,000, rate 5 percent, one year",
    url: "https://brilliantassignmenthelp.com/suppose-that-s-p-500-index-is/",
  },
  hullJetFuel: {
    title:
      "Hull, Options, Futures, and Other Derivatives, table 3.2 and example 3.3: jet fuel and heating oil",
    url: "https://www.coursehero.com/file/6623153/Ex3-3/ (the data; the answers are the book's)",
  },
  excelSlope: {
    title: "Microsoft, Excel help: SLOPE",
    url: "https://library.thedatadungeon.com/msdn-1998-06/office97/html/SEC3F.content.htm",
  },
  jetFuelMillion: {
    title: "Exercise: a million gallons of jet fuel, standard deviations 0.02 and 0.03",
    url: "https://campaign.qyksonic.com/load/15021435",
  },
  nistNorris: {
    title: "NIST Statistical Reference Datasets, Norris: certified values",
    url: "https://www.itl.nist.gov/div898/strd/lls/data/Norris.shtml",
  },
  deribit: { title: "Deribit, Example (futures)", url: "https://www.deribit.com/docs/example-futures/" },
  romano: {
    title: "Trading bitcoin inverse futures contracts",
    url: "https://romanornr.medium.com/trading-bitcoin-inverse-futures-contracts-dbdccae9eddd",
  },
  bybitInverse: {
    title: "Bybit, P&L calculations (Inverse Contracts)",
    url: "https://help.bybit.com/hc/en-us/articles/900000404726-P-L-calculations-Inverse-Contracts-",
  },
  bingx: {
    title: "BingX, PnL of coin-margined futures",
    url: "https://bingx.io/en-us/support/articles/360045680954-PnL%2FForcedLiquidationofCoin-MarginedStandardFutures/",
  },
  bitmexPerp: {
    title: "BitMEX, Perpetual Contracts Guide: Examples",
    url: "https://bitmex.com/app/perpetualContractsGuideExamples",
  },
  cppquant: {
    title: "Exercise: initial margin 5, maintenance margin 2",
    url: "http://cppquant.blogspot.com/2005/04/qa-when-will-investor-receive-margin.html",
  },
  bybitLiquidation: {
    title: "Bybit, Liquidation Price (USDT Contract)",
    url: "https://testnet.bybit.com/en-US/help-center/s/article/Liquidation-Price-USDT-Contract",
  },
  freqtrade: {
    title: "freqtrade, tests of liquidation prices",
    url: "https://github.com/freqtrade/freqtrade, tests/exchange/test_exchange.py at c9ae5e1e",
  },
  binanceLiquidation: {
    title:
      "Binance, How to Calculate Liquidation Price; " +
      "the figures in freqtrade, tests/exchange/test_binance.py at c9ae5e1e",
    url: "https://www.binance.com/en/support/faq/b3c689c1f50a44cabb3a84e663b81d93",
  },
  bitmexIsolated: {
    title: "BitMEX, Isolated and Cross Margin Examples",
    url: "https://bitmex.com/app/isolatedMarginExamples",
  },
  mcs: {
    title: "MCS, Isolated Margin",
    url: "https://help.mcs.io/hc/en-us/articles/360041008371-Isolated-Margin",
  },
  bybitInverseIsolated: {
    title: "Bybit, isolated inverse liquidation, text of 2024: short of 60,000 dollars at 50,000",
    url: "https://testnet.bybit.com/ar-SA/help-center/article/Liquidation-Price-Calculation-under-Isolated-Mode-Unified-Trading-Account",
  },
  bybitInverseCross: {
    title: "Bybit, How to Calculate Liquidation Price (Inverse Contract)",
    url: "https://help.bybit.com/hc/en-us/articles/360039261334-How-to-calculate-Liquidation-Price-Inverse-Contract-",
  },
  mcsBankruptcy: {
    title: "MCS, Bankruptcy Price",
    url: "https://help.mycoinstory.com/hc/en-us/articles/360040683032-Bankruptcy-Price",
  },
  fundingFaq: { title: "FAQ of an exchange: USDT funding, 10 BTC at 10,000 and 0.01%", url: "no address" },
  glarity: {
    title: "How is the funding rate calculated on Binance: 0.01 percent three times a day",
    url: "https://askai.glarity.app/search/How-is-the-funding-rate-calculated-on-Binance",
  },
  cmeFairValue: {
    title: "CME Group, Calculating Fair Value",
    url: "http://www.cmegroup.com/trading/equity-index/fairvalue.html",
  },
  hullProblem510: {
    title: "Hull, problem 5.10: index at 150, half a year",
    url: "https://qammunity.org/9790390",
  },
  hullChapter5: {
    title: "Hull, Options, Futures, and Other Derivatives, problems of chapter 5",
    url: "book",
  },
  haug: {
    title: "Haug, The Complete Guide to Option Pricing Formulas, 1998, in QuantLib",
    url: "https://github.com/lballabio/QuantLib, test-suite/europeanoption.cpp at 2a13d455",
  },
  leanExpiries: {
    title: "QuantConnect Lean, expiry test data, 2026-08-21",
    url: "https://github.com/QuantConnect/Lean, Tests/TestData/FuturesExpiryFunctionsTestData.xml at 24863901",
  },
  cmeMarch2008: {
    title: "CME notice, quoted: March 2008 expires on Thursday the 20th, rolls on the 13th",
    url: "http://www.mypivots.com/board/topic/2803/1/march-2008-contract-expiration-date-change",
  },
  cmeRolls2014: {
    title: "CME Group, roll dates 2014",
    url: "http://www.cmegroup.com/trading/equity-index/rolldates.html",
  },
  rolls2025: {
    title: "Rollover for U.S. equity index futures 2025: roll and expiry dates",
    url: "https://rawnews.com/rollover-for-u-s-equity-index-futures-is-monday-march-17-2025-what-you-need-to-know",
  },
  rolls2026: {
    title: "Futures roll calendar, March 2026, citing CME",
    url: "https://regimeanalysis.com/futures-roll-calendar/month-of/march-2026",
  },
  linnsoft: {
    title: "Linn Software, rollover calendar: June 2026 after the close of 12 June",
    url: "https://www.linnsoft.com/support/rollover-calendar?qt-rollover_calendar=4",
  },
  byHand: { title: "By hand, from the definition", url: "none" },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly url: string }>>;
