package org.gongkai.form.statutory;

import org.gongkai.form.Item;
import org.gongkai.form.Total;

/**
 * Row 三 of table 三 in the format of 2019: the outcomes of the requests closed during the year.
 *
 * @param disclosed disclosed in full (Art. 36 (一)(二))
 * @param partlyDisclosed severable parts disclosed (Art. 37); such a request is counted here and nowhere else
 * @param refused disclosure refused
 * @param unableToProvide the organ has nothing to provide
 * @param notProcessed not processed as a request for information
 * @param otherHandling closed in another way; the format of 2021 breaks it down
 * @param total all requests closed
 */
public record Outcomes2019(
        @Item(ordinal = "（一）", zh = "予以公开", en = "Disclosed")
        Applicants disclosed,

        @Item(
                ordinal = "（二）",
                zh = "部分公开（区分处理的，只计这一情形，不计其他情形）",
                en = "Partly disclosed (severable requests are counted here only)")
        Applicants partlyDisclosed,

        @Item(ordinal = "（三）", zh = "不予公开", en = "Disclosure refused")
        Refused refused,

        @Item(ordinal = "（四）", zh = "无法提供", en = "Unable to provide")
        UnableToProvide unableToProvide,

        @Item(ordinal = "（五）", zh = "不予处理", en = "Not processed")
        NotProcessed notProcessed,

        @Item(ordinal = "（六）", zh = "其他处理", en = "Otherwise handled")
        Applicants otherHandling,

        @Item(ordinal = "（七）", zh = "总计", en = "Total handled") @Total
        Applicants total) {}
