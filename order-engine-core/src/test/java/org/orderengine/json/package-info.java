@NullMarked
package org.orderengine.json;

import org.jspecify.annotations.NullMarked;
