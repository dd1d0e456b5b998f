package org.gongkai.form.statutory;

import org.gongkai.form.Item;

/**
 * Requests closed in another way.
 *
 * @param correctionOverdue not corrected in time, without good cause (Art. 30)
 * @param feeUnpaid processing fee not paid in time (Art. 42)
 * @param other other handling, such as withdrawal by the applicant
 */
public record OtherHandling(
        @Item(
                ordinal = "1.",
                zh = "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
                en = "Correction overdue without good cause, no longer processed")
        Applicants correctionOverdue,

        @Item(
                ordinal = "2.",
                zh = "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
                en = "Fee not paid in time, no longer processed")
        Applicants feeUnpaid,

        @Item(ordinal = "3.", zh = "其他", en = "Other") Applicants other) {}
