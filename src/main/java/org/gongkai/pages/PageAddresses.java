package org.gongkai.pages;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.gongkai.http.semantics.ReadOnlyAddresses;

/** The addresses of the screens, see router.ts. */
@ApplicationScoped
class PageAddresses implements ReadOnlyAddresses {

    static final String SCREENS =
            "/(?:explore|agencies(?:/.+)?|consolidated|progress|rules|review(?:/.+)?|submit(?:/.+)?|registry|carry-over|explanations"
                    + "|scoreboard|audit|webhooks|login)";

    /** An address at which there is nothing: neither one for programs nor that of a file. */
    static final String UNKNOWN = "/(?!(?:api|q|problems|static|app)(?:/|$))[^.]+";

    private static final Pattern ROOT_OR_SCREEN = Pattern.compile("/|" + SCREENS);

    @Override
    public boolean contain(String path) {
        return ROOT_OR_SCREEN.matcher(path).matches();
    }
}
