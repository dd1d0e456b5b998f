package org.gongkai.form.statutory;

import org.gongkai.form.Item;

/**
 * Requests for information that the organ could not provide.
 *
 * @param notHeld not made or not held by this organ (Art. 36 (四)(五))
 * @param requiresCreation information that would have to be created or processed first (Art. 38)
 * @param stillUnclear requests that are still unclear after the applicant was asked to correct them (Art. 30)
 */
public record UnableToProvide(
        @Item(ordinal = "1.", zh = "本机关不掌握相关政府信息", en = "Not held by this organ")
        Applicants notHeld,

        @Item(ordinal = "2.", zh = "没有现成信息需要另行制作", en = "Would have to be created")
        Applicants requiresCreation,

        @Item(ordinal = "3.", zh = "补正后申请内容仍不明确", en = "Still unclear after correction")
        Applicants stillUnclear) {}
