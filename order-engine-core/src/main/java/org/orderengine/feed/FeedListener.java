package org.orderengine.feed;

/**
 * What a subscription does with each commit.
 *
 * <p>It is given one commit at a time, in the order of the feed, by one node at a time, and may be given one again. Once it has returned the
 * commit counts as delivered. What it throws is tried again after growing pauses, and nothing behind it is delivered meanwhile.
 */
@FunctionalInterface
public interface FeedListener {

    /**
     * Takes a commit.
     *
     * @throws Exception where it was not taken
     */
    void deliver(FeedEntry entry) throws Exception;
}
