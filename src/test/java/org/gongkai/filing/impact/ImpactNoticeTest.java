package org.gongkai.filing.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.gongkai.filing.revision.RevisionStatus;
import org.gongkai.registry.code.Named;
import org.junit.jupiter.api.Test;

class ImpactNoticeTest {

    private static final Instant AT = Instant.parse("2025-03-31T16:00:00Z");

    private static final LaterImpact REINSTATED =
            new LaterImpact(LaterImpact.Kind.REINSTATED, AT, 2, 1, List.of(), List.of(), List.of(), List.of());

    @Test
    void numbersItsParts_howeverOftenTheTotalsMoved() {
        Impact impact = new Impact(
                new Named("350128-police", "平潭综合实验区公安局"),
                2024,
                1,
                RevisionStatus.ACCEPTED,
                Impact.State.MOVED,
                AT,
                null,
                null,
                true,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Collections.nCopies(100, REINSTATED));

        assertThat(ImpactNotice.of(impact, AT).parts())
                .extracting(part -> part.heading())
                .hasSize(101)
                .startsWith("一、情况说明", "二、恢复生效")
                .contains("十、恢复生效", "二十一、恢复生效")
                .endsWith("九十九、恢复生效", "100、恢复生效", "101、恢复生效");
    }
}
