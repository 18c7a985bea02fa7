import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.TDB2Factory;
import org.apache.jena.update.UpdateExecutionFactory;
import org.apache.jena.update.UpdateFactory;
import org.apache.jena.update.UpdateRequest;

/** A SPARQL 1.1 service over Apache Jena TDB2, for tests on this machine: folder, port. */
public class JenaService {
    private static final String RESULTS = "application/sparql-results+json";

    public static void main(String[] arguments) throws IOException {
        Dataset dataset = TDB2Factory.connectDataset(arguments[0]);
        dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
        InetAddress here = InetAddress.getLoopbackAddress();
        InetSocketAddress address = new InetSocketAddress(here, Integer.parseInt(arguments[1]));
        HttpServer server = HttpServer.create(address, 0);
        server.createContext("/sparql", exchange -> answer(exchange, dataset));
        server.start();
    }

    private static void answer(HttpExchange exchange, Dataset dataset) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        int status = 200;
        try {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String[] pair = form.split("=", 2);
            String text = URLDecoder.decode(pair[1], StandardCharsets.UTF_8);
            if (pair[0].equals("update")) {
                UpdateRequest update = UpdateFactory.create(text);
                Txn.executeWrite(dataset, () -> UpdateExecutionFactory.create(update, dataset).execute());
            } else {
                Query query = QueryFactory.create(text);
                String type = query.isConstructType() ? "application/n-triples" : RESULTS;
                exchange.getResponseHeaders().set("content-type", type);
                Txn.executeRead(dataset, () -> write(query, dataset, output));
            }
        } catch (QueryParseException | ArrayIndexOutOfBoundsException error) {
            status = 400;
            output.writeBytes(String.valueOf(error.getMessage()).getBytes(StandardCharsets.UTF_8));
        } catch (RuntimeException error) {
            status = 500;
            output.writeBytes(error.toString().getBytes(StandardCharsets.UTF_8));
        }
        exchange.sendResponseHeaders(status, output.size() == 0 ? -1 : output.size());
        exchange.getResponseBody().write(output.toByteArray());
        exchange.close();
    }

    private static void write(Query query, Dataset dataset, ByteArrayOutputStream output) {
        try (QueryExecution execution = QueryExecutionFactory.create(query, dataset)) {
            if (query.isConstructType()) {
                RDFDataMgr.write(output, execution.execConstruct(), Lang.NTRIPLES);
            } else if (query.isAskType()) {
                ResultSetFormatter.outputAsJSON(output, execution.execAsk());
            } else {
                ResultSetFormatter.outputAsJSON(output, execution.execSelect());
            }
        }
    }
}
