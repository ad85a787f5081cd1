package org.orderengine.verification.architecture.broken.model;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.verification.architecture.broken.engine.Wiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Depends on the engine, logs, reads a file, lets JSON name classes, shows a library's types and a hidden one, and has a wide
 * record.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
public class Api extends HiddenApi {

    private static final Logger LOG = LoggerFactory.getLogger(Api.class);

    protected final ObjectMapper mapper = new ObjectMapper();

    @Nullable
    Wiring wiring;

    public void tree(List<JsonNode> trees) {
        LOG.info("{} trees, {}", trees.size(), Files.exists(Path.of("tree")));
        mapper.activateDefaultTyping(mapper.getPolymorphicTypeValidator());
    }

    public Hidden hidden() {
        return new Hidden();
    }

    static final class Hidden {}

    record Wide(int one, int two, int three, int four, int five, int six, int seven, int eight) {}
}
