package org.gongkai.form.statutory;

import org.gongkai.form.Item;

/**
 * Submissions not processed as requests for information.
 *
 * @param petition petitions, reports and complaints in the form of a request (Art. 39 ¶1)
 * @param duplicate same applicant, same content, already answered (Art. 36 (六))
 * @param publication asks for gazettes, newspapers or books (Art. 39 ¶2)
 * @param excessiveRequests number or frequency beyond reason, without good cause (Art. 35)
 * @param confirmOrReissue asks to confirm or re-issue what the applicant already has
 */
public record NotProcessed(
        @Item(ordinal = "1.", zh = "信访举报投诉类申请", en = "Petitions, reports and complaints")
        Applicants petition,

        @Item(ordinal = "2.", zh = "重复申请", en = "Duplicate requests")
        Applicants duplicate,

        @Item(ordinal = "3.", zh = "要求提供公开出版物", en = "Public publications")
        Applicants publication,

        @Item(ordinal = "4.", zh = "无正当理由大量反复申请", en = "Excessive repeated requests without good cause")
        Applicants excessiveRequests,

        @Item(ordinal = "5.", zh = "要求行政机关确认或重新出具已获取信息", en = "Confirm or re-issue information already obtained")
        Applicants confirmOrReissue) {}
