package org.gongkai.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.gongkai.problem.RefusalReason;
import org.gongkai.text.Text;

/** Tells the holder of a test token why an operation refuses it. */
@ApplicationScoped
class SandboxRefusal implements RefusalReason {

    private static final Text FOR_TESTS = new Text(
            "令牌只能用于测试（sandbox），此操作需要正式令牌", "The token is for the sandbox; the operation requires a real token");

    private final Access access;

    SandboxRefusal(Access access) {
        this.access = access;
    }

    @Override
    public Optional<Text> ofCaller() {
        return access.isInSandbox() ? Optional.of(FOR_TESTS) : Optional.empty();
    }
}
