package org.gongkai.form.statutory;

import org.gongkai.form.Item;

/**
 * Requests refused, by ground.
 *
 * @param stateSecret state secrets (Art. 14)
 * @param prohibitedByLaw barred by another law or administrative regulation (Art. 14)
 * @param securityOrStability danger to national, public or economic security or social stability (Art. 14)
 * @param thirdPartyRights trade secrets or personal privacy of a third party who objects (Arts 15, 32)
 * @param internalAffairs personnel, logistics, internal workflow (Art. 16 ¶1)
 * @param processInformation discussion records, drafts, consultation letters, requests for instructions (Art. 16 ¶2)
 * @param enforcementCaseFile law-enforcement case files (Art. 16 ¶2)
 * @param administrativeInquiry inquiries to registers for which another law has special provisions (Art. 36 (七))
 */
public record Refused(
        @Item(ordinal = "1.", zh = "属于国家秘密", en = "State secrets")
        Applicants stateSecret,

        @Item(ordinal = "2.", zh = "其他法律行政法规禁止公开", en = "Prohibited by other laws or administrative regulations")
        Applicants prohibitedByLaw,

        @Item(ordinal = "3.", zh = "危及“三安全一稳定”", en = "Endangers security or social stability")
        Applicants securityOrStability,

        @Item(ordinal = "4.", zh = "保护第三方合法权益", en = "Protection of third-party rights")
        Applicants thirdPartyRights,

        @Item(ordinal = "5.", zh = "属于三类内部事务信息", en = "Internal affairs")
        Applicants internalAffairs,

        @Item(ordinal = "6.", zh = "属于四类过程性信息", en = "Process information")
        Applicants processInformation,

        @Item(ordinal = "7.", zh = "属于行政执法案卷", en = "Law-enforcement case files")
        Applicants enforcementCaseFile,

        @Item(ordinal = "8.", zh = "属于行政查询事项", en = "Administrative inquiry matters")
        Applicants administrativeInquiry) {}
