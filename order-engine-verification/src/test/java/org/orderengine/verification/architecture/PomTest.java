package org.orderengine.verification.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Versions stand in the root pom only, and the BOM lists what is published. */
class PomTest {

    private static final Path ROOT = PublishedModule.REACTOR.resolve("pom.xml");
    private static final Path BOM = PublishedModule.REACTOR.resolve("bom/pom.xml");

    @Test
    void every_version_in_the_root_pom_is_a_property() throws Exception {
        assertThat(texts(ROOT, "//dependency/version | //plugin/version | //path/version"))
                .isNotEmpty()
                .allMatch(version -> version.startsWith("${"));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void no_module_states_a_version_of_its_own(Path pom) throws Exception {
        assertThat(texts(pom, "//dependency/version | //plugin/version | //path/version"))
                .allMatch(version -> version.startsWith("${"));
        assertThat(texts(pom, "/project/properties/*[contains(name(), 'version')]"))
                .isEmpty();
    }

    @Test
    void the_bom_lists_the_published_modules_in_the_version_of_the_reactor() throws Exception {
        assertThat(texts(BOM, "//dependency/artifactId"))
                .containsExactlyInAnyOrderElementsOf(Stream.of(PublishedModule.values())
                        .map(PublishedModule::artifact)
                        .toList());
        assertThat(texts(BOM, "/project/version")).isEqualTo(texts(ROOT, "/project/version"));
    }

    static List<Path> modules() throws IOException {
        try (Stream<Path> poms = Files.find(
                PublishedModule.REACTOR,
                3,
                (file, attributes) ->
                        file.endsWith("pom.xml") && !file.toString().contains("target"))) {
            return poms.filter(pom -> !pom.equals(ROOT)).sorted().toList();
        }
    }

    private static List<String> texts(Path pom, String path) throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
        NodeList nodes =
                (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(index -> nodes.item(index).getTextContent().trim())
                .toList();
    }
}
