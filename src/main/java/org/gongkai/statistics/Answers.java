package org.gongkai.statistics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Keeps answers as they were written, for as long as the data are in the state they were made from, and there is room. */
@ApplicationScoped
class Answers {

    /** How roll-ups are answered. */
    @ConfigMapping(prefix = "gongkai.statistics")
    interface Config {

        /** Memory for answers that are kept to be given again; 0 keeps none. */
        @WithDefault("64M")
        MemorySize cache();
    }

    /** What an entry takes beside its characters and bytes, roughly. */
    private static final int OVERHEAD = 200;

    private final Cache<Asked, Answer> answers;

    Answers(Config config) {
        this.answers = Caffeine.newBuilder()
                .maximumWeight(config.cache().asLongValue())
                .weigher(Answers::weight)
                .build();
    }

    /**
     * What is asked.
     *
     * @param question the parameters as they came, and in what form they are to be answered
     * @param state the state of the data it is asked of
     */
    record Asked(String question, long state) {}

    Optional<Answer> find(Asked key) {
        return Optional.ofNullable(answers.getIfPresent(key));
    }

    void keep(Asked key, Answer answer) {
        answers.put(key, answer);
    }

    private static int weight(Asked key, Answer answer) {
        return OVERHEAD + 2 * key.question().length() + answer.body().length;
    }
}
