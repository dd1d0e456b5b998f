package org.gongkai.security.tokens;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.gongkai.commandline.CommandFailure;
import org.gongkai.commandline.ExitCode;
import org.gongkai.commandline.GeneralOptions;
import org.gongkai.commandline.ServiceClient;
import org.gongkai.commandline.ServiceClient.Reply;
import org.gongkai.commandline.ServiceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code token}: has a running service sign a token for an agency, and prints it. */
@Command(name = "token")
public final class TokenCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private GeneralOptions general;

    @Mixin
    private ServiceOptions service;

    @Parameters(paramLabel = "AGENCY", descriptionKey = "agency")
    private String agency;

    @Option(names = "--lifetime", paramLabel = "DURATION")
    private String lifetime;

    @Option(names = "--allow-ended")
    private boolean allowEnded;

    @Option(names = "--sandbox")
    private boolean sandbox;

    /** Prints the token. Returns 0; a refusal of the service ends the command. */
    @Override
    public Integer call() throws JsonProcessingException, InterruptedException {
        byte[] body = JsonMapper.builder()
                .build()
                .writeValueAsBytes(new TokenRequest(
                        lifetime, allowEnded ? true : null, null, null, null, null, sandbox ? true : null));
        String path = "api/v1/agencies/"
                + URLEncoder.encode(agency, StandardCharsets.UTF_8).replace("+", "%20") + "/tokens";
        try {
            Reply answer = service.client().post(path, "application/json", body);
            if (answer.status() != 200) {
                throw new CommandFailure(answer.problem());
            }
            spec.commandLine().getOut().println(answer.body().path("token").asText());
            return ExitCode.SUCCESS;
        } catch (ServiceClient.Unreachable e) {
            throw new CommandFailure(e.reason());
        }
    }
}
