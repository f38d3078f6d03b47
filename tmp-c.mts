import { complete } from "./server/src/core/features/completion.ts";
import { atCursor } from "./test/kit/verbs.ts";
const inFrontend = (line: string) => `
defaults
    mode http
frontend web
    bind :80
    acl is_api path_beg /api
    ${line}
    default_backend app
backend app
    server s1 192.0.2.1:80 check
    server s3 192.0.2.1:80 
userlist staff
    user alice insecure-password x
`;
const run=(t:string, where=inFrontend)=>{const {service,uri,position}=atCursor(where(t),"haproxy.cfg"); const c=complete(service.workspace,uri,position,"en"); const items=[...c?.items??[]].sort((a,b)=>a.rank-b.rank||(a.label<b.label?-1:1)); console.log("## "+t, items.length); for(const i of items.slice(0,Number(process.argv[2]??14))) console.log("  ",i.rank,i.kind,i.label,"|",(i.detail??"").slice(0,60),"|",JSON.stringify(i.insert),i.again??"");}
for (const t of ["$0","http-request $0","http-request set-header X %[$0","http-request set-header X %[req.$0","http-request set-header X %[req.hdr(host),$0","use_backend $0","use_backend app if $0","use_backend app if { $0","log-format %$0","log-format \"%{$0","bind :443 $0","option $0","timeout $0","balance $0", "stick-table $0", "http-request deny $0","http-request deny deny_status $0", "tcp-request $0", "default_backend $0"]) run(t);
run("server s2 192.0.2.2:80 $0", (l)=>inFrontend("").replace("server s3 192.0.2.1:80 ", ()=>l));
run("$0", (l)=>inFrontend("").replace("server s3 192.0.2.1:80 ", ()=>l));
run("$0", (l)=>l);
