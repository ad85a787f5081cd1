/** Virtual clock, fake services and the scenario runner. May depend on everything in core and spi. */
@NullMarked
package org.orderengine.testkit;

import org.jspecify.annotations.NullMarked;
