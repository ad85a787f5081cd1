package org.orderengine.spi.store;

/**
 * Content that a store keeps without knowing it. It may be written out only when asked for; a store that keeps values in
 * memory may keep the document itself, which never changes.
 */
@FunctionalInterface
public interface Document {

    /** The content: UTF-8 JSON. The caller must not change the array. */
    byte[] bytes();
}
