package org.gongkai.form.statutory;

import org.gongkai.form.Item;

/**
 * Submissions not processed as requests for information.
 *
 * @param petition petitions, reports and complaints in the form of a request (Art. 39 ¶1)
 * @param duplicate a request of the same applicant with the same content that was answered before (Art. 36 (六))
 * @param publication requests for gazettes, newspapers or books (Art. 39 ¶2)
 * @param excessiveRequests unreasonable number or frequency of requests without good cause (Art. 35)
 * @param confirmOrReissue requests to confirm or re-issue information that the applicant already has
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
