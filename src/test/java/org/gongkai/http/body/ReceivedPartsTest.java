package org.gongkai.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedPartsTest {

    private final ReceivedParts body = new ReceivedParts();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4_095, 4_096, 4_097, 12_288, 300_000})
    void returnsTheBytesInTheOrderOfTheirArrival(int size) throws Exception {
        byte[] sent = new byte[size];
        Random random = new Random(size);
        random.nextBytes(sent);
        for (int from = 0; from < size; ) {
            int to = Math.min(size, from + 1 + random.nextInt(9_000));
            body.add(Arrays.copyOfRange(sent, from, to));
            from = to;
        }

        assertThat(body.available()).isEqualTo(size);
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 + random.nextInt(5_000)];
        for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
            read.write(buffer, 0, count);
        }
        assertThat(read.toByteArray()).isEqualTo(sent);
        assertThat(body.available()).isZero();
        assertThat(body.read()).isEqualTo(-1);
    }

    @Test
    void returnsOctetsAsNumbersFrom0To255() {
        body.add(new byte[] {0, -1});

        assertThat(body.read()).isZero();
        assertThat(body.read()).isEqualTo(255);
        assertThat(body.read()).isEqualTo(-1);
    }

    @Test
    void hasNothingLeftWhenItIsCleared() {
        body.add(new byte[10_000]);
        body.read(new byte[10], 0, 10);

        body.clear();

        assertThat(body.available()).isZero();
        assertThat(body.read()).isEqualTo(-1);
    }
}
