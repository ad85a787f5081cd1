package org.orderengine.spi.store;

import org.jspecify.annotations.Nullable;

/**
 * One commit in the feed.
 *
 * @param position its place: an opaque text, which stays valid as long as the store's orders do
 * @param orderId the order
 * @param row the history row that the commit wrote
 * @param columns the columns as the commit left them, without terms and due instant; null for a commit of a time when stores did not
 *     keep them
 */
public record FeedRow(String position, String orderId, HistoryRow row, @Nullable OrderIndex columns) {}
