package org.orderengine.spi.store;

/**
 * Content that a store keeps without reading it.
 *
 * <p>The bytes are made only when they are asked for. A store that keeps values in memory may keep the document itself, which
 * never changes.
 */
@FunctionalInterface
public interface Document {

    /** The content: UTF-8 JSON. The caller must not change the array. */
    byte[] bytes();
}
