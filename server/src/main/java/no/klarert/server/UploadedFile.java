package no.klarert.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.klarert.storage.Bytes;
import org.apache.commons.fileupload2.core.AbstractFileUpload;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.RequestContext;

/**
 * One file of a {@code multipart/form-data} body (RFC 7578). Nothing touches the disk. Read to its end even when the file is found
 * early, so that a body that was cut short is refused and not taken for a whole one.
 */
final class UploadedFile {
    private static final String FORM = "multipart/form-data";
    private static final int MOST_PARTS = 20;
    private static final int LARGEST_PART_HEADERS = 4 * 1024;
    private static final int ROOM_FOR_THE_FORM = 64 * 1024;

    private UploadedFile() {}

    /**
     * The first part of that name, whatever its file name and type; empty if there is none. Ends the call with 415 if the body is
     * of another type, with 413 if it is larger than a file of {@code limit} bytes needs, with 400 if it is malformed, has no end
     * or has more than twenty parts.
     */
    static Optional<Bytes> named(Call call, String name, int limit) {
        if (!call.contentType().equals(FORM)) {
            throw call.refuse(Problem.ofStatus(415, "expected " + FORM));
        }
        var body = new Body(call.header("Content-Type").orElse(""), call.body(limit + ROOM_FOR_THE_FORM));
        try {
            return named(call, name, new Form().getItemIterator(body));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // The library means IOException, but fails in other ways at some bodies that end inside a delimiter.
            throw malformed(call, "the body is not well-formed " + FORM);
        }
    }

    private static Optional<Bytes> named(Call call, String name, FileItemInputIterator parts) throws IOException {
        Optional<Bytes> found = Optional.empty();
        for (int count = 1; parts.hasNext(); count++) {
            if (count > MOST_PARTS) {
                throw malformed(call, "the form has more than " + MOST_PARTS + " parts");
            }
            var part = parts.next();
            try (InputStream content = part.getInputStream()) {
                var bytes = content.readAllBytes();
                if (found.isEmpty() && name.equalsIgnoreCase(part.getFieldName())) {
                    found = Optional.of(Bytes.of(bytes));
                }
            }
        }
        return found;
    }

    private static RefusedCall malformed(Call call, String message) {
        return call.refuse(ShapeProblems.of(List.of(new FieldError("", message))));
    }

    /** The library's entry, which it leaves to adapters for servlets and the like. */
    private static final class Form extends AbstractFileUpload<Body, DiskFileItem, DiskFileItemFactory> {
        Form() {
            setMaxPartHeaderSize(LARGEST_PART_HEADERS);
        }

        @Override
        public FileItemInputIterator getItemIterator(Body body) throws IOException {
            return getItemIterator((RequestContext) body);
        }

        @Override
        public Map<String, List<DiskFileItem>> parseParameterMap(Body body) {
            throw new UnsupportedOperationException("parts are only read one by one");
        }

        @Override
        public List<DiskFileItem> parseRequest(Body body) {
            throw new UnsupportedOperationException("parts are only read one by one");
        }
    }

    private static final class Body implements RequestContext {
        private final String contentType;
        private final byte[] content;

        Body(String contentType, byte[] content) {
            this.contentType = contentType;
            this.content = content;
        }

        @Override
        public String getCharacterEncoding() {
            return "UTF-8";
        }

        @Override
        public long getContentLength() {
            return content.length;
        }

        @Override
        public String getContentType() {
            return contentType;
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(content);
        }

        @Override
        public boolean isMultipartRelated() {
            return false;
        }
    }
}
