package org.gongkai.transcription.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;
import java.util.Set;
import org.gongkai.form.Form;
import org.gongkai.form.statutory.Forms;
import org.gongkai.publication.RandomReports;
import org.gongkai.publication.layout.OfficialDocument;
import org.gongkai.report.Contents;
import org.gongkai.rules.book.BalancedReports;

/** Drafts of reports with random figures: half of them add up. */
final class RandomDrafts {

    private RandomDrafts() {}

    static Draft of(Form form, Random random) {
        Contents contents = random.nextBoolean() ? balanced(form, random) : RandomReports.report(form, random);
        return Draft.of(contents, OfficialDocument.of(Draft.AGENCY, contents, java.time.Instant.EPOCH));
    }

    private static Contents balanced(Form form, Random random) {
        BalancedReports reports = new BalancedReports(random.nextLong());
        ObjectNode report = form == Forms.OF_2021 ? reports.next() : reports.nextOf2019();
        form.texts().forEach(section -> report.put(section.name(), "本机关认真贯彻落实条例，主动接受社会监督。"));
        return Contents.of(form.firstYear() + random.nextInt(2), form, report, Set.of());
    }
}
