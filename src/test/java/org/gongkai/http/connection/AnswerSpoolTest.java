package org.gongkai.http.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.gongkai.http.load.ByteBudget;
import org.gongkai.http.load.Client;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers that are kept in memory, or written to a file. */
class AnswerSpoolTest {

    private static final int IN_MEMORY = 1_000;
    private static final Client CLIENT = new Client("address 127.0.0.1");

    private final ByteBudget space = new ByteBudget(200_000, 200_000);
    private final AnswerSpool spool = new AnswerSpool(IN_MEMORY, space.open(CLIENT));
    private final byte[] bytes = new byte[150_000];

    @BeforeEach
    void fill() {
        new Random(1).nextBytes(bytes);
    }

    @Test
    void keepsASmallAnswerInMemory() throws IOException {
        spool.write(bytes, 0, IN_MEMORY);

        AnswerBody body = spool.finish();

        assertThat(body.isInMemory()).isTrue();
        assertThat(body.length()).isEqualTo(IN_MEMORY);
        assertThat(space.reserved()).isZero();
    }

    @Test
    void writesALargeAnswerToAFile_thatIsDeletedWhenItIsClosed() throws IOException {
        spool.write(bytes[0]);
        spool.write(bytes, 1, 10);
        spool.write(bytes, 11, bytes.length - 11);

        AnswerBody body = spool.finish();

        assertThat(body.isInMemory()).isFalse();
        assertThat(body.length()).isEqualTo(bytes.length);
        assertThat(body.part(0, bytes.length)).isEqualTo(bytes);
        assertThat(body.part(149_990, 10)).containsExactly(Arrays.copyOfRange(bytes, 149_990, 150_000));
        assertThat(space.reserved()).isEqualTo(bytes.length);
        ((AnswerFile) body).close();
        assertThat(space.reserved()).isZero();
        assertThatThrownBy(() -> body.part(0, 1)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesAnAnswerForWhichThereIsNoSpace() throws IOException {
        spool.write(bytes);

        assertThatThrownBy(() -> spool.write(bytes))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.type())
                        .isEqualTo(ProblemType.OVERLOADED));

        spool.discard();
        assertThat(space.reserved()).isZero();
    }
}
