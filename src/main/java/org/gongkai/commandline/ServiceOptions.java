package org.gongkai.commandline;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.gongkai.security.FirstToken;
import org.gongkai.text.Text;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The options of commands that send to a running service: its address and the token. */
public final class ServiceOptions {

    private static final Text NO_TOKEN = new Text(
            "令牌文件 %s 不存在。请用 --token-file 指定，或先启动服务",
            "The token file %s does not exist. Name another one with --token-file, or start the service first");
    private static final Text NO_TOKEN_INSIDE = new Text(
            "文件 %s 的内容不是令牌：令牌为一行，由字母、数字和标点组成",
            "The file %s holds no token: a token is one line of letters, digits and punctuation");

    /** Matches additions of editors and people to a token: a byte order mark, blanks around it, the name of the scheme. */
    private static final Pattern TOKEN_MARKS = Pattern.compile("^\\uFEFF?\\s*(?:Bearer +)?|\\s+$");

    private static final Pattern TOKEN = Pattern.compile("[!-~]+");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--to", paramLabel = "URL", defaultValue = "http://localhost:8080", converter = Address.class)
    private URI service;

    @Option(names = "--token-file", paramLabel = "FILE")
    private Path tokenFile;

    /** Returns a client of the service. */
    public ServiceClient client() {
        return new ServiceClient(service, token(), CommandLines.language(command.commandLine()));
    }

    private String token() {
        Path file = Optional.ofNullable(tokenFile).orElseGet(() -> FirstToken.of(ConfigProvider.getConfig()));
        try {
            String token = TOKEN_MARKS.matcher(Files.readString(file)).replaceAll("");
            if (!TOKEN.matcher(token).matches()) {
                throw new CommandFailure(NO_TOKEN_INSIDE.with(file));
            }
            return token;
        } catch (CharacterCodingException e) {
            throw new CommandFailure(NO_TOKEN_INSIDE.with(file));
        } catch (NoSuchFileException e) {
            throw new CommandFailure(NO_TOKEN.with(file));
        } catch (IOException e) {
            throw new CommandFailure(FileFailure.reason(e));
        }
    }

    /** Reads the address of a service. Paths of the API are appended to it. */
    private static final class Address implements ITypeConverter<URI> {

        private static final Set<String> SCHEMES = Set.of("http", "https");

        @Override
        public URI convert(String value) {
            try {
                URI address = URI.create(value.endsWith("/") ? value : value + "/");
                if (address.getHost() != null && SCHEMES.contains(address.getScheme())) {
                    return address;
                }
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
            throw new TypeConversionException("no address of a service: " + value);
        }
    }
}
