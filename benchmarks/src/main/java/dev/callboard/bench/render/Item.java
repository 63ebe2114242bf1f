package dev.callboard.bench.render;

import dev.callboard.report.render.PaySlip;

/**
 * @param slip what our renderer is given: figures, dates and names, laid out and formatted inside the measured time
 * @param page what the peers are given: the same page with every text formatted and placed already, so they only draw
 */
record Item(PaySlip slip, PlacedPage page) {}
