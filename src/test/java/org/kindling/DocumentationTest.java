package org.kindling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kindling.app.cli.Main;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What the documentation names is there: files, headings, commands with their options, and rooms. */
class DocumentationTest {

    private static final Path README = Path.of("README.md");
    private static final Path DOCS = Path.of("docs");

    /** The text of a link is of no matter; a title after the address is not used here. */
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(?:#([^)\\s]*))?\\)");

    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern COMMAND =
            Pattern.compile("(?m)(?:^|[\\s`/])kindling +([a-z]+(?:-[a-z]+)*)\\b([^`\\n]*)");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])(?:--[a-z]+(?:-[a-z]+)*|-[a-z])\\b");
    private static final Pattern LONG_OPTION_AS_CODE = Pattern.compile("`(--[a-z-]+)");
    private static final Pattern ROOM = Pattern.compile("(?m)^\\| `(\\w+)` \\|");

    @Test
    void everyRelativeLinkResolves() throws IOException {
        List<String> broken = new ArrayList<>();
        int checked = 0;
        for (Path page : pages(Path.of("CHANGELOG.md"), Path.of("CONTRIBUTING.md"), Path.of("plugin-descriptor"))) {
            for (MatchResult link : matches(LINK, page)) {
                if (!link.group(1).contains(":")) {
                    checked++;
                    if (!resolves(page, link)) {
                        broken.add(page + ": " + link.group());
                    }
                }
            }
        }

        assertThat(broken).isEmpty();
        assertThat(checked).isGreaterThan(20);
    }

    private static boolean resolves(Path page, MatchResult link) throws IOException {
        Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
        if (!Files.exists(target)) {
            return false;
        }
        return link.group(2) == null
                || matches(HEADING, target).stream()
                        .anyMatch(heading -> anchor(heading.group(1)).equals(link.group(2)));
    }

    /** The name by which GitHub links to a heading. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w -]", "").replace(' ', '-');
    }

    @Test
    void everyCommandHasTheOptionsItIsShownWith() throws IOException {
        CommandSpec kindling = new CommandLine(Main.class).getCommandSpec();
        List<String> unknown = new ArrayList<>();
        int checked = 0;
        for (Path page : pages()) {
            for (MatchResult use : matches(COMMAND, page)) {
                checked++;
                CommandLine command = kindling.subcommands().get(use.group(1));
                if (command == null) {
                    unknown.add(page + ": kindling " + use.group(1));
                    continue;
                }
                CommandSpec meant = innermost(command, use.group(2)).getCommandSpec();
                OPTION.matcher(use.group(2))
                        .results()
                        .map(MatchResult::group)
                        .filter(option -> meant.findOption(option) == null)
                        .forEach(option -> unknown.add(page + ": kindling " + use.group(1) + " " + option));
            }
        }

        assertThat(unknown).isEmpty();
        assertThat(checked).isGreaterThan(20);
    }

    /** A command may have commands of its own, named right after it. */
    private static CommandLine innermost(CommandLine command, String rest) {
        CommandLine own = command.getSubcommands().get(rest.strip().split("\\s", 2)[0]);
        return own == null ? command : own;
    }

    private static Stream<CommandLine> withCommandsBelow(CommandLine command) {
        return Stream.concat(
                Stream.of(command),
                command.getSubcommands().values().stream().flatMap(DocumentationTest::withCommandsBelow));
    }

    @Test
    void everyOptionThatIsNamedBelongsToACommand() throws IOException {
        List<CommandLine> commands =
                withCommandsBelow(new CommandLine(Main.class)).toList();
        List<String> unknown = new ArrayList<>();
        for (Path page : pages()) {
            matches(LONG_OPTION_AS_CODE, page).stream()
                    .map(option -> option.group(1))
                    .filter(option -> commands.stream()
                            .allMatch(command -> command.getCommandSpec().findOption(option) == null))
                    .forEach(option -> unknown.add(page + ": " + option));
        }

        assertThat(unknown).isEmpty();
    }

    @Test
    void theTableOfRoomsNamesThePackages() throws IOException {
        List<String> rooms = matches(ROOM, DOCS.resolve("architecture.md")).stream()
                .map(row -> row.group(1))
                .toList();

        try (Stream<Path> packages = Files.list(Path.of("src/main/java/org/kindling"))) {
            assertThat(rooms)
                    .containsExactlyInAnyOrderElementsOf(packages.filter(Files::isDirectory)
                            .map(folder -> String.valueOf(folder.getFileName()))
                            .toList());
        }
    }

    private static List<MatchResult> matches(Pattern pattern, Path page) throws IOException {
        return pattern.matcher(Files.readString(page)).results().toList();
    }

    /** The README and everything in docs, and more pages or folders of pages. */
    private static List<Path> pages(Path... more) throws IOException {
        List<Path> pages = new ArrayList<>();
        for (Path start :
                Stream.concat(Stream.of(README, DOCS), Stream.of(more)).toList()) {
            try (Stream<Path> files = Files.walk(start)) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
            }
        }
        return pages;
    }
}
