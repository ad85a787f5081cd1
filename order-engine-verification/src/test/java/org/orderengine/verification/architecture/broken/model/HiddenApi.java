package org.orderengine.verification.architecture.broken.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;

/** Is hidden, but hands a library's type down to a type that is not. */
abstract class HiddenApi {

    public JsonNode node() {
        return NullNode.getInstance();
    }
}
