package org.gongkai.security.login;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The identity provider at which readers of the pages log in. Without one, all members are absent.
 *
 * @param issuer address of the provider; its metadata are at {@code /.well-known/openid-configuration} below it
 * @param clientId name under which the provider knows the pages, a public client
 * @param scope scopes to ask for, with blanks between
 */
public record LoginProvider(
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(format = "uri", examples = "https://login.example/realms/gongkai")
        String issuer,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "gongkai-pages")
        String clientId,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "openid profile")
        String scope) {

    /** Returns the configured provider. */
    static LoginProvider of(LoginConfig config) {
        return config.issuer()
                .map(issuer -> new LoginProvider(issuer.toString(), config.clientId(), config.scope()))
                .orElseGet(() -> new LoginProvider(null, null, null));
    }
}
